package org.hoshimori.house.broken.names;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;

/// Broken: a controller that does not say so. The profile keeps it out of every context.
@Controller
@Profile("broken")
class Desk {}
