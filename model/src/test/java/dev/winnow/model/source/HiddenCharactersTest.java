package dev.winnow.model.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.universe.Universe;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenCharactersTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x07, 0x7F, 0x85, 0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x180B, 0x180E, 0x200B, 0x200D, 0x200E,
                0x202A, 0x202E, 0x2028, 0x2029, 0x2060, 0x2065, 0x2066, 0x2069, 0x206F, 0x2800, 0x3164, 0xFE00, 0xFE0F,
                0xFEFF, 0xFFA0, 0xD800, 0xDFFF, 0xFDD0, 0xFFF0, 0xFFFE, 0x1FFFF, 0x1BCA0, 0x1D159, 0x1D173, 0xE0000,
                0xE0001, 0xE0041, 0xE007F, 0xE0100, 0xE01EF
            })
    void isHiddenAndRefusedAnywhereInAUniverse(int point) {
        assertThat(HiddenCharacters.isHidden(point)).isTrue();
        String text = "ab" + Character.toString(point);
        assertThat(HiddenCharacters.firstIn(text)).isEqualTo(2);
        for (String content : List.of("id: " + text, "id: ab # " + text, text + ": c")) {
            List<Problem> problems = new ArrayList<>();
            assertThat(Document.parse("u.yaml", content, problems)).isNull();
            assertThat(problems)
                    .extracting(problem -> problem.place() + ": " + problem.what())
                    .containsExactly("u.yaml:1:%d: the invisible character %s is not allowed"
                            .formatted(HiddenCharacters.firstIn(content) + 1, HiddenCharacters.name(point)));
        }
    }

    @Test
    void anEscapedHiddenCharacterIsRefusedToo() {
        List<Problem> problems = new ArrayList<>();
        Document.parse("u.json", "{\"name\": \"a\\u3164b\", \"\\u200bid\": \"c\", \"owner\": \"F\\ud801\"}", problems);
        assertThat(problems)
                .extracting(problem -> problem.what().toString())
                .containsExactly(
                        "the invisible character U+3164 is not allowed in a text",
                        "the invisible character U+200B is not allowed in a text",
                        "the invisible character U+D801 is not allowed in a text");
    }

    @Test
    void programsCannotStateThemEither() {
        Universe universe = Universe.builder(Vocabulary.core())
                .project(Map.of("id", "p", "name", "P", "owner", "F\uD801"))
                .project(Map.of("id", "q", "name", "Q\u2028", "owner", "F"))
                .build();

        assertThat(universe.problems())
                .extracting(problem -> problem.what().toString())
                .contains(
                        "the invisible character U+D801 is not allowed in a text",
                        "the invisible character U+2028 is not allowed in a text");
        assertThat(universe.projectIds()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000", "\u00A0", "\u00A0 \u2007", "\t"})
    void aBlankNameIsMissing(String name) {
        List<Problem> problems = new ArrayList<>();
        Document.parse("u.yaml", "name: \"" + name + "\"", problems).optionalText("name", problems);
        assertThat(problems).extracting(problem -> problem.what().toString()).containsExactly("`name` is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\n", "\\t", "\\r"})
    void aNameIsOnOneLine(String sign) {
        Universe universe = Universe.parse(Vocabulary.core(), Map.of("u.yaml", """
                universe: {name: u, asOf: 2025-01-01}
                projects: [{id: "p%1$sq", name: "P%1$sQ", note: "a%1$sb"}, {id: p q, name: P Q}]
                """.formatted(sign)));

        assertThat(universe.problems())
                .extracting(problem -> problem.what().toString())
                .containsExactly("`id` contains a line break or a tab", "`name` contains a line break or a tab");
        assertThat(universe.projectIds()).containsExactly("p q");
    }

    @Test
    void ordinaryTextContainsNoHiddenCharacter() {
        String text = "Füße, naïve café – 300亿元，“半导体”　한글 العربية ١٢٣ \u0600 עברית हिन्दी ไทย 😀 €\t\n\r\u00A0\u2003";
        assertThat(HiddenCharacters.firstIn(text)).isEqualTo(-1);
    }
}
