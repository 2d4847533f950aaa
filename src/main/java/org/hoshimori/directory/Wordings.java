package org.hoshimori.directory;

import java.util.Locale;
import org.hoshimori.content.Edition;

/// The edition in which the directory names prefectures and industries; whoever runs the programme words the
/// industries.
@FunctionalInterface
public interface Wordings {

    Edition edition(Locale locale);
}
