package dev.winnow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.oracle.Packs;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.wording.ChineseRuleWording;
import dev.winnow.language.internal.wording.PackTexts;
import dev.winnow.language.internal.wording.RuleWords;
import dev.winnow.model.source.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleWordingTest {

    private static final Path WORDS = Path.of("src", "test", "resources", "words", "dense.txt");

    private static final Path CHINESE = WORDS.resolveSibling("dense_zh.txt");

    static List<Path> packs() {
        return Packs.all();
    }

    /**
     * The dense pack uses every construct of the rule language. {@code -Dwinnow.update=true} writes the expected words
     * again.
     */
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

    @Test
    void aDeclaredListMayHaveManyRows() {
        assertThat(Packs.pack(Path.of("..", "rules", "data-centre")).inWords())
                .filteredOn(words -> words.rule().equals("power-for-its-load"))
                .flatExtracting(RuleWords::conditions)
                .containsExactly("the sum of “capacity” over power supplies is more than 0");
    }

    /** Latin words allowed in Chinese texts: names of limits and criteria in backticks, and abbreviations. */
    private static final String LATIN = "`[^`]*`|AIC|CIDM|IT|“[A-Za-z0-9 -]+”";

    @Test
    void theDensePackInChineseWords() throws IOException {
        StringBuilder text = new StringBuilder();
        for (CheckedRule rule : Packs.pack(Packs.dense()).checkedRules()) {
            RuleWords words = ChineseRuleWording.of(rule, PackTexts.ENGLISH);
            text.append(words.rule()).append('\n');
            words.conditions()
                    .forEach(condition -> text.append("  当 ").append(condition).append('\n'));
            text.append("  则 ").append(words.effect()).append('\n');
        }
        if (Boolean.getBoolean("winnow.update")) {
            Files.writeString(CHINESE, text.toString());
        }

        assertThat(text.toString()).isEqualTo(Files.readString(CHINESE));
    }

    @ParameterizedTest
    @MethodSource("packs")
    void chineseTextsContainNoEnglish(Path folder) {
        RulePack chinese = Packs.pack(folder).inLanguage(Language.ZH);
        for (CheckedRule rule : chinese.checkedRules()) {
            RuleWords words = ChineseRuleWording.of(rule, chinese.texts());
            assertThat((String.join("\n", words.conditions()) + "\n" + words.effect()).replaceAll(LATIN, ""))
                    .as(rule.id())
                    .doesNotContainPattern("[A-Za-z$=]")
                    .doesNotContain("  ", "的的", "项目项目", "null");
        }
        if (chinese.language() == Language.ZH) {
            assertThat(chinese.inWords())
                    .allSatisfy(words -> assertThat(words.reason().replaceAll(LATIN, ""))
                            .as(words.rule())
                            .doesNotContainPattern("[A-Za-z$%]{3,}"));
        }
    }

    @ParameterizedTest
    @MethodSource("packs")
    void wordsContainNoRuleSyntax(Path folder) {
        for (RuleWords rule : Packs.pack(folder).inWords()) {
            assertThat(String.join("\n", rule.conditions()) + rule.effect())
                    .as(rule.rule())
                    .doesNotContain("$", "==", ">=", "<=", "memberOf", "  ");
            assertThat(rule.reason()).doesNotContain("%s", "$");
        }
    }
}
