"""Which records of different datasets tell of one attack: scored here, decided by editors."""
