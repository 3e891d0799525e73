//! The table of cases. A case is an `async fn(&Browser, &Site) -> anyhow::Result<()>`, named here once.

/// Cases by `file::function`, in the order in which they run.
macro_rules! cases {
    ($($module:ident :: $function:ident),* $(,)?) => {
        vec![$(Case {
            name: concat!(stringify!($module), "::", stringify!($function)).to_owned(),
            run: |browser, site| Box::pin($module::$function(browser, site)),
            second_engine: false,
        }),*]
    };
}

mod bed;
mod delivery;
pub(crate) mod hostile;
mod webmaster;
mod widget;

use crate::browser::Browser;
use crate::engine::Engine;
use crate::site::Site;
use delivery::{copies, faults, inline, module, pinned};
use std::pin::Pin;
use webmaster::{doctor, frames, guide};
use widget::{
    accessibility, agenda, arrangements, attributes, bad_feeds, bad_looks, clocks, delegations, described,
    drawing, equality, failures, favorites, injections, journeys, keyboard, languages, long_programmes, map,
    map_keyboard, map_looks, no_engine, pictures, printing, rendered, script_api, second_engine, second_half,
    selection, settings, snippets, states, structured_data, traps, widths, zones,
};

/// What a case does, boxed so that all fit one table.
type Run = for<'a> fn(&'a Browser, &'a Site) -> Pin<Box<dyn Future<Output = anyhow::Result<()>> + Send + 'a>>;

/// A case and its name, `file::function`.
#[derive(Clone)]
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) run: Run,
    /// Whether all widgets of its pages are told to take the second engine (`data-engine="js"`).
    pub(crate) second_engine: bool,
}

/// The agenda and the map, of which every case runs again with the second engine, under `js_file::function`.
const RUN_AGAIN: [&str; 19] = [
    "agenda",
    "arrangements",
    "bad_looks",
    "clocks",
    "delegations",
    "equality",
    "favorites",
    "journeys",
    "keyboard",
    "long_programmes",
    "map",
    "map_keyboard",
    "map_looks",
    "printing",
    "selection",
    "states",
    "structured_data",
    "widths",
    "zones",
];

/// Those for all engines, since they would tell if arithmetic or nodes were others; the rest, for the time it takes, for Chromium.
const EVERYWHERE: [&str; 3] = ["agenda", "equality", "selection"];

fn runs_again(engine: Engine, name: &str) -> bool {
    let module = name.split("::").next().unwrap_or_default();
    RUN_AGAIN.contains(&module) && (engine == Engine::Chromium || EVERYWHERE.contains(&module))
}

/// All cases of an engine, in the order in which they run.
pub(crate) fn all(engine: Engine) -> Vec<Case> {
    let mut cases = table();
    let again = cases.iter().filter(|case| runs_again(engine, &case.name));
    let again: Vec<_> = again
        .map(|case| Case { name: format!("js_{}", case.name), second_engine: true, ..case.clone() })
        .collect();
    cases.extend(again);
    cases.extend(hostile::cases());
    cases
}

#[expect(clippy::too_many_lines, reason = "a table")]
fn table() -> Vec<Case> {
    cases![
        bed::axe_finds_a_planted_violation,
        bed::axe_is_silent_on_a_clean_page,
        bed::axe_knows_best_practices,
        bed::axe_runs_under_a_strict_policy,
        bed::role_and_name_are_known_in_a_shadow_root,
        bed::keys_reach_a_shadow_root,
        bed::keys_have_their_names,
        bed::a_click_lands,
        bed::waiting_ends,
        bed::scripts_run,
        bed::columns_are_narrow,
        bed::pictures_are_whole,
        bed::cases_do_not_see_each_other,
        bed::faults_arrive,
        bed::files_can_be_replaced,
        bed::the_other_origin_is_another,
        bed::requests_are_logged,
        bed::pages_keep_their_mode,
        bed::a_tree_is_canonical,
        bed::a_difference_is_named,
        bed::a_namespace_is_a_difference,
        bed::the_page_around_is_a_tree,
        bed::a_quiet_page_is_unharmed,
        bed::errors_are_seen,
        bed::violations_are_seen,
        bed::a_page_with_a_nonce_is_watched,
        bed::storage_is_seen,
        bed::foreign_requests_are_seen,
        bed::calls_to_the_outside_are_seen,
        bed::leaked_globals_are_seen,
        bed::failed_loads_are_told,
        drawing::the_forum_is_drawn,
        drawing::the_page_is_unharmed,
        drawing::the_page_around_stays,
        drawing::the_content_inside_stays_until_then,
        agenda::search_finds,
        agenda::nothing_is_found,
        agenda::filters_choose,
        agenda::a_session_opens,
        agenda::a_link_opens,
        agenda::calendars_are_saved,
        agenda::pictures,
        journeys::search,
        journeys::filters,
        journeys::disclosure,
        journeys::deep_link,
        journeys::copy_link,
        journeys::calendars,
        map::markers_can_be_hit,
        map::a_region_is_looked_at,
        map::the_legend_filters,
        map::a_marker_chooses,
        map::the_nearest_is_chosen,
        map_looks::a_picture_is_saved,
        map_looks::legend_and_map_agree,
        map::tiles_are_equal_and_can_be_hit,
        map::no_other_worldview_is_seen_before,
        delegations::by_country_and_accessible,
        map_keyboard::keys_lead_from_country_to_country,
        map_keyboard::a_country_is_chosen_on_the_map,
        map_keyboard::names_are_as_written,
        long_programmes::tabs_by_key,
        long_programmes::tabs_by_pointer,
        long_programmes::todays_tab_is_chosen,
        long_programmes::show_more,
        long_programmes::all_is_drawn_when_asked,
        long_programmes::what_is_found_is_opened,
        states::controls_in_spanish,
        states::controls_in_korean,
        states::accessible_in_spanish,
        states::accessible_in_portuguese,
        states::accessible_in_english,
        states::accessible_in_korean,
        states::accessible_in_french,
        states::accessible_in_creole,
        states::accessible_in_dutch,
        arrangements::each_is_chosen,
        arrangements::rooms_are_a_table,
        arrangements::a_session_opens_in_its_place,
        arrangements::the_filter_holds_in_each,
        arrangements::groups_are_drawn_in_part,
        arrangements::accessible_and_pictures,
        printing::all_is_on_paper,
        bad_looks::in_seven_languages,
        bad_looks::pictures,
        clocks::beside_the_events,
        clocks::hours_by_region,
        clocks::to_now,
        clocks::to_now_in_a_large_programme,
        clocks::a_tick_changes_the_marks_alone,
        clocks::no_clock_while_nobody_looks,
        clocks::pictures,
        equality::seven_languages,
        languages::the_first_that_is_spoken,
        languages::each_is_asked_for_once,
        languages::the_setting_changes,
        selection::an_address_opens_a_country,
        selection::each_control_selects,
        selection::one_country_at_a_time,
        selection::the_button_ends_it,
        selection::scripts_select,
        keyboard::every_control_is_reached,
        keyboard::a_country_is_chosen_by_key,
        keyboard::controls_have_names,
        accessibility::in_light_1,
        accessibility::in_light_2,
        accessibility::in_dark_1,
        accessibility::in_dark_2,
        accessibility::with_a_selection,
        accessibility::with_a_failure,
        accessibility::the_demo_pages,
        accessibility::the_other_demo_pages,
        accessibility::a_spoilt_widget_is_found,
        failures::of_the_feed_in_spanish,
        failures::of_the_feed_in_portuguese,
        failures::a_feed_that_the_policy_forbids,
        failures::the_second_try_succeeds,
        failures::the_focus_survives_a_try,
        failures::a_good_drawing_stays,
        faults::with_a_status,
        faults::that_answer,
        faults::that_hang,
        faults::without_fetch,
        copies::are_shown_when_all_else_fails,
        copies::only_where_there_is_one,
        copies::said_at_the_foot_to_who_reads,
        inline::a_feed_of_the_page,
        module::imported,
        module::imported_twice,
        module::of_another_folder,
        pinned::by_version_and_hash,
        no_engine::the_policy_forbids_it,
        no_engine::the_file_is_not_ours,
        no_engine::nothing_is_ours,
        no_engine::the_words_are_not_ours,
        no_engine::the_second_try_has_it,
        no_engine::a_wrong_type_does_not_matter,
        no_engine::the_setting_names_the_language,
        second_engine::where_the_policy_forbids_the_first,
        second_engine::where_the_first_is_absent,
        second_engine::where_the_first_is_broken,
        second_engine::where_the_first_never_answers,
        second_engine::where_a_file_is_not_ours,
        second_engine::where_the_page_wants_it,
        second_engine::in_a_sandbox,
        second_engine::with_a_nonce,
        second_engine::damaged,
        second_engine::an_older_file_in_a_cache,
        traps::a_fresh_engine_draws_again,
        traps::not_for_ever,
        traps::of_the_second_engine,
        second_half::not_loaded_before_it_is_needed,
        second_half::a_click_is_not_lost,
        second_half::what_is_drawn_stays_without_it,
        bad_feeds::good_records_are_shown,
        bad_feeds::hostile_texts_stay_texts,
        bad_feeds::planted_markup_fires,
        injections::stay_texts,
        injections::act_as_markup,
        snippets::one_tag_in_the_body,
        snippets::one_tag_in_the_head,
        snippets::the_script_twice,
        snippets::two_widgets,
        snippets::moved_and_removed,
        snippets::no_style_is_left,
        snippets::removed_while_it_loads,
        snippets::bad_settings,
        snippets::a_page_that_hides_names,
        settings::the_nearest_wins,
        settings::an_address_may_have_others,
        settings::what_is_shown_at_the_start,
        settings::it_loads_when_it_is_near,
        settings::a_feed_in_the_page,
        settings::bad_values_are_told_once,
        script_api::an_element_of_a_class,
        script_api::a_script_with_a_target,
        script_api::put_in_by_a_library,
        script_api::written_by_the_page,
        script_api::calls,
        script_api::twenty_widgets,
        described::members,
        described::events,
        described::parts,
        attributes::a_change_keeps_the_choice,
        attributes::what_is_read_stays,
        attributes::slots,
        attributes::events,
        attributes::a_height_that_is_answered,
        attributes::refresh,
        zones::every_change_is_ianas,
        zones::another_zone_is_found_out,
        structured_data::told_where_the_page_asks,
        structured_data::not_told_otherwise,
        structured_data::gone_with_the_widget,
        favorites::marked_and_kept,
        favorites::roles_and_names,
        favorites::nothing_moves,
        favorites::saved_as_a_calendar,
        favorites::without_storage,
        favorites::side_by_side,
        favorites::changed_since_the_last_visit,
        favorites::nothing_is_kept_otherwise,
        favorites::accessible,
        rendered::as_the_widget_draws_it,
        rendered::accessible_without_scripts,
        widths::nothing_is_cut_off,
        widths::what_is_cut_off_is_found,
        doctor::all_is_well,
        doctor::policies,
        doctor::feeds,
        doctor::pages,
        doctor::files,
        doctor::it_is_copied,
        doctor::accessible_and_pictures,
        frames::it_grows,
        frames::it_takes_what_it_knows,
        frames::others_are_refused,
        frames::no_message_without_a_change,
        frames::it_works_without_scripts_around,
        frames::on_paper,
        frames::links_lead_somewhere,
        frames::the_page_alone,
        guide::promises_are_kept,
        guide::accessible_and_pictures,
        pictures::of_the_widget,
        pictures::of_the_demo_pages,
        pictures::of_a_failure,
    ]
}
