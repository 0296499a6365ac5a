package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.winnow.console.Run;
import dev.winnow.console.terminal.Exit;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --lang} changes words and nothing else. */
class LanguageTest {

    private static final String SCREEN = "screen --city qingdao -f json";

    private static JsonNode json(Run run) throws IOException {
        assertThat(run.exit()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    /** Removes the members that contain words. */
    private static JsonNode wordless(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (String word : new String[] {"title", "reason", "also", "source", "why", "ask", "who"}) {
                object.remove(word);
            }
        }
        node.findValues("assumed").forEach(assumed -> assumed.forEach(one -> ((ObjectNode) one).remove("value")));
        node.forEach(LanguageTest::wordless);
        return node;
    }

    @Test
    void resultsAreTheSameInEveryLanguage() throws IOException {
        JsonNode english = json(Run.winnow(SCREEN.split(" ")));
        JsonNode chinese = json(Run.winnow((SCREEN + " --lang zh").split(" ")));

        assertThat(chinese).isNotEqualTo(english);
        assertThat(wordless(chinese)).isEqualTo(wordless(english));
    }

    @Test
    void findingsAreInChinese() throws IOException {
        JsonNode chinese = json(Run.winnow("explain sien qingdao -f json --lang zh".split(" ")));
        ArrayNode findings = (ArrayNode) chinese.at("/assessments/0/findings");

        assertThat(findings).isNotEmpty();
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.get("title").textValue()).matches("(\\p{IsHan}|[：，、（）]|AIC)+");
            assertThat(finding.get("reason").textValue()).containsPattern("\\p{IsHan}");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"--lang=zh " + SCREEN, SCREEN + " --lang=zh"})
    void theOptionMayBeAnywhere(String line) throws IOException {
        assertThat(json(Run.winnow(line.split(" ")))).isEqualTo(json(Run.winnow((SCREEN + " --lang zh").split(" "))));
    }

    @Test
    void theVariableAppliesWithoutTheOptionAndTheLocaleNever() throws IOException {
        String asked = Run.winnow((SCREEN + " --lang zh").split(" ")).out();
        String english = Run.winnow(SCREEN.split(" ")).out();

        assertThat(Run.winnow(Map.of("WINNOW_LANG", "zh"), false, SCREEN.split(" "))
                        .out())
                .isEqualTo(asked);
        assertThat(Run.winnow(Map.of("WINNOW_LANG", "zh"), false, (SCREEN + " --lang en").split(" "))
                        .out())
                .isEqualTo(english);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
            assertThat(Run.winnow(Map.of("LANG", "zh_CN.UTF-8", "LC_ALL", "zh_CN.UTF-8"), false, SCREEN.split(" "))
                            .out())
                    .isEqualTo(english);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void anUnknownLanguageIsRefused() {
        Run option = Run.winnow("screen --lang cn".split(" "));
        Run variable = Run.winnow(Map.of("WINNOW_LANG", "chinese"), false, "screen");

        assertThat(option.exit()).isEqualTo(Exit.USAGE);
        assertThat(option.err()).isEqualTo("winnow: unknown value `cn` for --lang; expected one of en, zh\n");
        assertThat(variable.exit()).isEqualTo(Exit.USAGE);
        assertThat(variable.err())
                .isEqualTo("winnow: unknown value `chinese` for WINNOW_LANG; expected one of en, zh\n");
    }
}
