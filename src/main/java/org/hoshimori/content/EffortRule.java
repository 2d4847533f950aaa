package org.hoshimori.content;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.hoshimori.content.Edition.Basis;
import org.hoshimori.content.Edition.Grounded;
import org.hoshimori.content.Edition.Source;
import org.jspecify.annotations.Nullable;

/// Which fact of a company decides the state of one of the seven efforts (重要7項目の取組); a rule of our own.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "fact")
@JsonSubTypes({
    @JsonSubTypes.Type(EffortRule.PolicyDocumentInForce.class),
    @JsonSubTypes.Type(EffortRule.RolesAndMoney.class),
    @JsonSubTypes.Type(EffortRule.ControlsDecided.class),
    @JsonSubTypes.Type(EffortRule.RoundAge.class),
    @JsonSubTypes.Type(EffortRule.Answers.class)
})
public sealed interface EffortRule {

    /// Is a basic policy approved and in force?
    @JsonTypeName("policy-in-force")
    record PolicyDocumentInForce() implements EffortRule {}

    /// Are the person in charge and the budget settled?
    @JsonTypeName("roles-and-money")
    record RolesAndMoney() implements EffortRule {}

    /// Are controls decided for the weak questions?
    @JsonTypeName("controls-decided")
    record ControlsDecided() implements EffortRule {}

    /// How old is the latest finished round? Done and partly done up to so many months, both included.
    @JsonTypeName("round-age")
    record RoundAge(int doneWithinMonths, int partlyWithinMonths) implements EffortRule {}

    /// What do the latest answers to these questions of the self-diagnosis say?
    @JsonTypeName("answers")
    record Answers(List<String> questions) implements EffortRule {

        public Answers {
            questions = List.copyOf(questions);
        }
    }

    /// The rule of one effort, what the screen says in each state, and what would move it forward; id of the effort.
    record Judgement(String id, EffortRule rule, States states, String moves) implements Listing.Item {}

    /// The sentence of each state.
    record States(String done, String partly, String not, String unknown) {}

    /// The whole list with its source.
    record Judgements(Source source, @Nullable Basis basis, Listing<Judgement> efforts) implements Grounded {}
}
