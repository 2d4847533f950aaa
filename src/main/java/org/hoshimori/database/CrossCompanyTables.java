package org.hoshimori.database;

import java.util.Map;

/// The one list of tables that belong to no company, each with its reason. Nothing else crosses; a test reads the
/// catalogue and fails on a table that is neither here nor isolated.
public final class CrossCompanyTables {

    /// Table name → why it may be read without a company.
    public static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("spring_session", "a web session exists before a company is chosen"),
            Map.entry("spring_session_attributes", "part of spring_session"),
            Map.entry("scheduled_tasks", "jobs of the installation"),
            Map.entry("trail_tombstone", "what remains of a deleted company's chain; the application cannot read it"),
            Map.entry(
                    "access_sign_in", "one sign-in may belong to several companies; the address is unique across them"),
            Map.entry("access_membership", "which companies a sign-in belongs to is asked before one is chosen"),
            Map.entry(
                    "access_link",
                    "a link without an account is found by its hashed token before the company is known"),
            Map.entry("mail_message", "the outbox of the installation; set-up and reset mails have no company"),
            Map.entry("result_comparison", "counts and means over consenting companies, never one company's figure"),
            Map.entry("result_contribution", "points of consenting companies under a random number, without a name"),
            Map.entry("publication_slug", "names of public addresses; none is given twice, whoever had it"),
            Map.entry("trial_attempt", "a trial happens before there is a company"),
            Map.entry("directory_entry", "what the public may know of accepted declarations, and nothing else"),
            Map.entry("programme_staff", "staff belong to the programme, not to a company"),
            Map.entry("programme_record", "what staff did, in the order in which it happened"),
            Map.entry("programme_text", "rules of use, news, text blocks and settings of the programme"),
            Map.entry("programme_mark", "files of the marks that the operator installed"),
            Map.entry("programme_key", "the installation's key of the number scheme"),
            Map.entry("programme_position", "counts the numbers of all companies"),
            Map.entry("programme_number", "a number is unique across companies and never given twice"),
            Map.entry("programme_supporter", "a public register that staff keep"),
            Map.entry("programme_subsidy", "a public register that staff keep"),
            Map.entry("desk_application", "the snapshot that a company handed in, for staff to read"),
            Map.entry("desk_event", "what happened to an application"),
            Map.entry("desk_declaration", "an accepted declaration; its number is unique across companies"),
            Map.entry("desk_letter", "counts letters; an application goes on after its company left"),
            Map.entry("desk_batch", "many decisions at once"),
            Map.entry("desk_batch_item", "one decision of many"),
            Map.entry("desk_count", "counts of declarations, never one company's"),
            Map.entry("takeover_run", "declarations of an earlier programme belong to no company here"),
            Map.entry("takeover_chunk", "rows of a file that staff take over"),
            Map.entry("takeover_trouble", "what is wrong with rows of such a file"),
            Map.entry("takeover_seen", "numbers of such a file"),
            Map.entry("takeover_key", "keys of an earlier programme and the numbers they got here"),
            Map.entry("address_place", "the official postal file; the same for every company"),
            Map.entry("address_source", "which postal file is loaded"));

    private CrossCompanyTables() {}
}
