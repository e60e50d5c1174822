"""The rows of a record in its admin form, of which those still empty are rendered once."""

from collections.abc import Iterator

from django import template
from django.contrib.admin.helpers import InlineAdminForm, InlineAdminFormSet
from django.template.loader import get_template
from django.utils.safestring import SafeString

register = template.Library()

BLOCK = "admin/edit_inline/_row.html"
ANY_NUMBER = (
    "__prefix__"  # as Django's script, which copies the last block, and its formsets have it
)


@register.simple_tag
def row_blocks(shown: InlineAdminFormSet) -> SafeString:
    """Render the rows in order, and last the empty one that “add another” copies.

    A new row in which nothing is typed is that empty one with its number, and half of a form's
    rows are such.
    """
    # Each block was escaped by its template; nothing but its number is put in afterwards.
    return SafeString("".join(_blocks(shown)))


def _blocks(shown: InlineAdminFormSet) -> Iterator[str]:
    *rows, last = shown if shown.has_add_permission else (*shown, None)
    empty = last and _rendered(shown, last, ANY_NUMBER)
    for number, row in enumerate(rows):
        if empty and _is_untouched(row):
            yield empty.replace(ANY_NUMBER, str(number))
        else:
            yield _rendered(shown, row, str(number))
    if empty:
        group = shown.formset.prefix
        block = empty.replace(f'id="{group}-{ANY_NUMBER}"', f'id="{group}-empty"', 1)
        yield block.replace(
            'class="inline-related', 'class="inline-related empty-form last-related', 1
        )


def _is_untouched(row: InlineAdminForm) -> bool:
    return row.original is None and not row.form.is_bound and not row.form.initial


def _rendered(shown: InlineAdminFormSet, row: InlineAdminForm, number: str) -> str:
    context = {"shown": shown, "row": row, "number": number, "group": shown.formset.prefix}
    return get_template(BLOCK).render(context)
