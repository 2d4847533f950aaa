package org.hoshimori;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.hoshimori.database.TestDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;

/// A test on the whole application with a real database: repositories, verbs and pages. One application serves all such
/// tests.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = "hoshimori.jobs=false")
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestDatabase.class)
public @interface HoshimoriTest {}
