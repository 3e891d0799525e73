//! The table of cases. A case is an `async fn(&Browser, &Site) -> anyhow::Result<()>`, named here once.

mod bed;

use crate::browser::Browser;
use crate::site::Site;
use std::pin::Pin;

/// What a case does, boxed so that all fit one table.
type Run = for<'a> fn(&'a Browser, &'a Site) -> Pin<Box<dyn Future<Output = anyhow::Result<()>> + Send + 'a>>;

/// A case and its name, `file::function`.
#[derive(Clone)]
pub(crate) struct Case {
    pub(crate) name: &'static str,
    pub(crate) run: Run,
}

macro_rules! cases {
    ($($module:ident :: $function:ident),* $(,)?) => {
        vec![$(Case {
            name: concat!(stringify!($module), "::", stringify!($function)),
            run: |browser, site| Box::pin($module::$function(browser, site)),
        }),*]
    };
}

/// All cases, in the order in which they run.
pub(crate) fn all() -> Vec<Case> {
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
        bed::pictures_are_kept,
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
    ]
}
