package dev.winnow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.oracle.Packs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules in plain words. */
class WordingTest {

    private static final Path WORDS = Path.of("src", "test", "resources", "words", "dense.txt");

    static List<Path> packs() {
        return Packs.all();
    }

    /** The dense pack says everything that a rule may say. {@code -Dwinnow.update=true} writes its words anew. */
    @Test
    void theDensePackInWords() throws IOException {
        StringBuilder text = new StringBuilder();
        for (RuleWords rule : Packs.pack(Packs.dense()).inWords()) {
            text.append(rule.rule()).append('\n');
            rule.conditions()
                    .forEach(condition ->
                            text.append("  when ").append(condition).append('\n'));
            text.append("  then ").append(rule.effect()).append('\n');
            text.append("  says ").append(rule.reason()).append('\n');
        }
        if (Boolean.getBoolean("winnow.update")) {
            Files.createDirectories(WORDS.getParent());
            Files.writeString(WORDS, text.toString());
        }

        assertThat(text.toString()).isEqualTo(Files.readString(WORDS));
    }

    @ParameterizedTest
    @MethodSource("packs")
    void noSignOfTheRuleLanguageIsLeft(Path folder) {
        for (RuleWords rule : Packs.pack(folder).inWords()) {
            assertThat(String.join("\n", rule.conditions()) + rule.effect())
                    .as(rule.rule())
                    .doesNotContain("$", "==", ">=", "<=", "memberOf", "  ");
            assertThat(rule.reason()).doesNotContain("%s", "$");
        }
    }
}
