"""
The rules of the words: page in, problems out.

A rule is a generator `rule(page, whole)`; its name is the sentence it enforces and stands in
its messages, its test pages and `.github/CONTRIBUTING.md`.
"""

from guide.problems import Problem
from guide.rules import blocks, claims, data, facts, files, letter_form, letters, menu, routes, scripts, settings, statements, words, writing
from guide.rules.whole import Whole

PAGE_RULES = (
    words.front_matter_is_known,
    words.page_has_other_words,
    words.page_has_one_title,
    words.page_has_next_step,
    words.page_reads_easily,
    words.claim_is_not_banned,
    claims.mediation_stops_nothing,
    claims.protection_is_not_overstated,
    blocks.block_is_known,
    blocks.block_has_id,
    blocks.id_is_unique,
    blocks.item_has_id,
    writing.link_is_written_right,
    writing.line_is_no_link_definition,
    writing.list_has_empty_line_above,
    facts.fact_exists,
    facts.fact_stands_with_its_exception,
    facts.law_is_cited,
    facts.number_is_in_cited_fact,
    letters.letter_is_known,
    letters.letter_has_required_sections,
    letters.letter_section_is_not_empty,
    letters.letter_names_what_it_must,
    letters.letter_is_signed,
    letters.letter_address_is_in_facts,
    letters.letter_page_cites_its_facts,
    statements.letter_statement_can_be_checked,
    letter_form.letter_fields_are_known,
    letter_form.letter_is_plain,
    letter_form.letter_heading_is_plain,
    letter_form.letter_page_is_in_order,
    letter_form.letter_stands_alone,
    letter_form.letter_blank_stands_right,
    letter_form.letter_choices_are_alike,
    scripts.script_has_its_sections,
    scripts.reply_has_both_answers,
    scripts.step_has_its_day,
    scripts.review_asks,
    scripts.tracker_has_its_tables,
)
BY_NAME = {rule.__name__.replace("_", "-"): rule for rule in PAGE_RULES}


def check_words(whole: Whole) -> list[Problem]:
    """
    Return the problems of all pages, of the files beside them, of the menu, the routes and a host's settings.
    """
    found = [problem for page in whole.pages for rule in PAGE_RULES for problem in rule(page, whole)]
    return [*found, *data.check_data(whole), *menu.menu_page_exists(whole), *routes.route_pages_exist(whole), *routes.routes_keep_the_rules_of_words(whole),
            *files.file_may_be_published(whole), *files.picture_only_draws(whole), *settings.settings_are_words(whole)]
