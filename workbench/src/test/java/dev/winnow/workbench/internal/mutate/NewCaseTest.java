package dev.winnow.workbench.internal.mutate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.value.Unit;
import dev.winnow.workbench.internal.edit.Draft;
import dev.winnow.workbench.internal.scaffold.Scaffold;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new case from a form. */
class NewCaseTest {

    @TempDir
    private Path parent;

    private Path pack;

    @BeforeEach
    void pack() throws IOException {
        pack = parent.resolve("drafts");
        Scaffold.pack(pack, Unit.MONEY).write();
    }

    private Draft made(String sentence, String rule, String outcome) {
        return new NewCase(sentence, rule, outcome).in(pack, Map.of());
    }

    @Test
    void itBeginsWithTheFactsOfACaseWithTheSameOutcome() {
        assertThat(made("A poor plant: \"no\"", "yield-high-enough", "does not fire")
                        .changes())
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.path()).isEqualTo(pack.resolve("cases/quality.yaml"));
                    assertThat(change.after())
                            .endsWith("  - case: \"A poor plant: \\\"no\\\"\"\n"
                                    + "    rule: yield-high-enough\n"
                                    + "    given:\n"
                                    + "      project: {yieldRate: 40 %}\n"
                                    + "    expect: does not fire\n");
                });
    }

    @Test
    void itsRuleExists() {
        assertThat(String.valueOf(made("x", "yield-high-enoug", "fires").complaint()))
                .isEqualTo("the pack has no rule `yield-high-enoug`; did you mean `yield-high-enough`?");
    }

    @Test
    void itHasASentence() {
        assertThat(String.valueOf(made(" ", "yield-high-enough", "fires").complaint()))
                .isEqualTo("describe the case in a sentence");
    }
}
