package dev.winnow.drools.internal.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.language.internal.syntax.Verb;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The scorecard called by compiled rules has a method for each verb of the rule language. */
class ScorecardTest {

    @ParameterizedTest
    @EnumSource(Verb.class)
    void takesArgumentsThenTheTextAndItsValues(Verb verb) {
        assertThat(Stream.of(Scorecard.class.getMethods()))
                .filteredOn(method -> method.getName().equals(verb.word))
                .singleElement()
                .satisfies(method -> {
                    assertThat(method.getParameterCount())
                            .isEqualTo(verb.roles().size() + 2);
                    assertThat(method.isVarArgs()).isTrue();
                });
    }
}
