"""What a row of a dataset says, in the terms of this record. Pure: texts in, an `Entry` out."""
