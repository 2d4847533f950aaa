package org.hoshimori.bench;

/// Somebody who signs in during the load, each in a company of their own.
///
/// @param openRound the round being answered
/// @param respondent of the open round
/// @param closedRound the newest closed one
record Person(String email, String openRound, String respondent, String closedRound) {}
