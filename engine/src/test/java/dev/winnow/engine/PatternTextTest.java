package dev.winnow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.oracle.Packs;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.check.PatternText;
import dev.winnow.language.internal.syntax.Expression;
import dev.winnow.language.internal.syntax.Pattern;
import dev.winnow.language.internal.syntax.TokenPosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Printing a parsed pattern gives back the pattern. */
class PatternTextTest {

    static List<Path> packs() {
        return Packs.all();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void printedPatternsEqualTheirSource(Path folder) throws IOException {
        for (CheckedRule rule : asWritten(folder)) {
            String file = Files.readString(folder.resolve(rule.rule().criterion() + ".drl"));
            for (Pattern pattern : rule.rule().patterns()) {
                assertThat(bare(file)).as(rule.id()).contains(bare(PatternText.of(pattern)));
            }
        }
    }

    /** The rules as they are in the file; rules from a table are left out, because their cells are substituted. */
    private static List<CheckedRule> asWritten(Path folder) {
        return Packs.pack(folder).checkedRules().stream()
                .filter(rule -> rule.rule().row() == null)
                .toList();
    }

    /** Removes blanks, comments and optional brackets. */
    private static String bare(String text) {
        return text.replaceAll("//.*", "").replaceAll("[\\s();]", "");
    }

    @ParameterizedTest
    @MethodSource("packs")
    void everyConditionStartsAtItsPlace(Path folder) throws IOException {
        for (CheckedRule rule : asWritten(folder)) {
            List<String> lines = Files.readAllLines(folder.resolve(rule.rule().criterion() + ".drl"));
            for (Pattern pattern : rule.rule().patterns()) {
                for (Expression test : pattern.conditions()) {
                    TokenPosition spot = PatternText.spot(test);
                    String first = PatternText.of(test).split("[ .(]", 2)[0];
                    assertThat(lines.get(spot.line() - 1).substring(spot.column() - 1))
                            .startsWith(first);
                }
            }
        }
    }
}
