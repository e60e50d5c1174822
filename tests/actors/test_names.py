"""Names meet across scripts and spellings."""

import pytest

from actors.names import skeleton


@pytest.mark.parametrize(
    "spellings",
    [
        ("Kata'ib Hezbollah", "Kataib Hizballah", "Kata’ib Hizbullah", "كتائب حزب الله"),
        ("Mustafa al-Kadhimi", "Mostafa Al Kazimi", "مصطفى الكاظمي"),
        ("Asa'ib Ahl al-Haq", "Asaib Ahl Al-Haqq", "عصائب أهل الحق"),
        ("Qasem Soleimani", "Ghassem Soleimani", "Qassim Suleimani", "قاسم سليماني"),
        ("Abu Mahdi al-Muhandis", "أبو مهدي المهندس"),
        ("Hashd al-Shaabi", "الحشد الشعبي"),
    ],
)
def test_spellings_of_one_name_have_one_skeleton(spellings):
    assert len({skeleton(name) for name in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kata'ib Hezbollah", "Kata'ib Sayyid al-Shuhada"),
        ("Badr Organization", "Saraya al-Salam"),
        ("Mustafa al-Kadhimi", "Hadi al-Amiri"),
    ],
)
def test_other_names_have_another(one, other):
    assert skeleton(one) != skeleton(other)
