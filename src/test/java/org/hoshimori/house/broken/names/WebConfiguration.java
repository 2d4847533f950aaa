package org.hoshimori.house.broken.names;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/// Broken: the suffix is Config. The profile keeps it out of every context.
@Configuration
@Profile("broken")
class WebConfiguration {}
