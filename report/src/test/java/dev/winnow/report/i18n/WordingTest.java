package dev.winnow.report.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.winnow.model.source.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordingTest {

    private static final Pattern PLACE = Pattern.compile("%(?:([1-9])\\$)?s|%%|%");

    @Test
    void everyLanguageHasTheSameKeysWithTheSamePlaces() throws IOException {
        Map<String, List<String>> english = places(Language.EN);

        assertThat(english).isNotEmpty();
        assertThat(places(Language.ZH)).isEqualTo(english);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void keysStandOnceAndInOrder(Language language) throws IOException {
        List<String> keys =
                lines(language).stream().map(line -> line.split("=", 2)[0]).toList();

        assertThat(keys).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void chineseIsChinese() throws IOException {
        assertThat(lines(Language.ZH))
                .allSatisfy(line -> assertThat(line.split("=", 2)[1]).as(line).matches("(?s).*(\\p{IsHan}|%s).*"));
    }

    @Test
    void aKeyThatNobodyWroteIsAFaultOfTheCaller() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Wording.inLanguage(Language.ZH).say("no.such"))
                .withMessage("no words for `no.such` in zh");
    }

    /** For each key its places in order: of no number, by position. */
    private static Map<String, List<String>> places(Language language) throws IOException {
        Map<String, List<String>> places = new TreeMap<>();
        for (String line : lines(language)) {
            String[] entry = line.split("=", 2);
            List<String> found = new ArrayList<>();
            for (MatchResult place : PLACE.matcher(entry[1]).results().toList()) {
                if (place.group().endsWith("s")) {
                    found.add(place.group(1) == null ? String.valueOf(found.size() + 1) : place.group(1));
                }
            }
            places.put(entry[0], found.stream().sorted().toList());
        }
        return places;
    }

    private static List<String> lines(Language language) throws IOException {
        String file = "words_" + language.tag() + ".properties";
        try (InputStream in = Objects.requireNonNull(WordingTest.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
