/// Mail that leaves the installation: an outbox in the database, so that a message is sent if and only if what it tells
/// was saved, and a job that sends. Without a mail server messages wait and every page works all the same; who writes
/// to whom, and in which words, is decided by the rooms that call [Outbox].
@NullMarked
package org.hoshimori.mail;

import org.jspecify.annotations.NullMarked;
