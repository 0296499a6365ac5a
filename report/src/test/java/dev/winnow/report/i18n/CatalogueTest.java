package dev.winnow.report.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.Fixture;
import dev.winnow.model.source.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the code says in English, in Chinese. */
class CatalogueTest {

    private static final Pattern PLACE = Pattern.compile("%(?:([1-9])\\$)?s|%%|%");
    private static final Pattern ADVICE = Pattern.compile("   \\| +\\^+ (.*)|   \\| (\\S.*)");
    private static final Pattern WHAT = Pattern.compile("[^ ]+?: (.*)");
    private static final Wording CHINESE = Wording.inLanguage(Language.ZH);

    @ParameterizedTest
    @ValueSource(strings = {"sentences_zh.txt", "messages_zh.txt"})
    void entriesStandOnceAndInOrderWithTheSamePlaces(String file) throws IOException {
        List<String> english = new ArrayList<>();
        try (var in = Objects.requireNonNull(CatalogueTest.class.getResourceAsStream(file))) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.startsWith("# ") && !line.startsWith("  ")) {
                    english.add(line.startsWith("\"") ? line.substring(1) : line);
                }
            }
        }
        assertThat(english).doesNotHaveDuplicates().isSortedAccordingTo(Comparator.naturalOrder());
        Map<String, String> pairs = Catalogue.read(file);
        assertThat(pairs).hasSameSizeAs(english);
        pairs.forEach((one, other) -> assertThat(places(other)).as(one).isEqualTo(places(one)));
    }

    /** By number; of no number, by position. */
    private static List<String> places(String text) {
        List<String> places = new ArrayList<>();
        Matcher place = PLACE.matcher(text);
        while (place.find()) {
            if (place.group().endsWith("s")) {
                places.add(place.group(1) == null ? String.valueOf(places.size() + 1) : place.group(1));
            }
        }
        return places.stream().sorted().toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "`Demand` has no `anualOutput`                  | `Demand` 没有 `anualOutput`",
                "maybe `annualOutput`?                          | 是否为 `annualOutput`？",
                "`x` is 70 % here and over 90 % at u.yaml:5:17, by the same source for the same day"
                        + " | `x` 此处为70%，而在 u.yaml:5:17 为超过90%，来源与日期均相同",
                "it is one of `a`, `b`, `c`                     | 可选：`a`、`b`、`c`",
                "there is no rule `x`; maybe `y`?               | 没有规则 `x`；是否为 `y`？",
                "`30.2.2010` is no date: February 2010 has 28 days | `30.2.2010` 不是日期：2010年2月只有28天"
            })
    void aMessageIsFoundByWhatItWasMadeOf(String english, String chinese) {
        assertThat(CHINESE.translate(english)).isEqualTo(chinese);
    }

    @Test
    void whatNobodyTranslatedStaysWhole() {
        assertThat(CHINESE.translate("the moon is made of `cheese`")).isEqualTo("the moon is made of `cheese`");
        assertThat(CHINESE.translate("there is no rule file made of cheese"))
                .isEqualTo("there is no rule file made of cheese");
    }

    @Test
    void everyMessageOfTheBadPacksAndUniversesIsThereInChinese() throws IOException {
        TreeSet<String> english = new TreeSet<>();
        int messages = 0;
        for (String folder : List.of("../engine/src/test/resources/bad", "../model/src/test/resources/bad")) {
            for (String name : Fixture.names(Path.of(folder))) {
                for (String line :
                        Fixture.read(Path.of(folder), name).expected().split("\n")) {
                    for (String said : said(line)) {
                        messages++;
                        if (Catalogue.isEnglish(CHINESE.translate(said))) {
                            english.add(said);
                        }
                    }
                }
            }
        }
        assertThat(messages).isGreaterThan(400);
        assertThat(english).isEmpty();
    }

    /** What is wrong, or what to try, of a line of an expected text. */
    private static List<String> said(String line) {
        Matcher advice = ADVICE.matcher(line);
        if (advice.matches()) {
            String said = advice.group(1) == null ? advice.group(2) : advice.group(1);
            return said == null || said.startsWith("^") ? List.of() : List.of(said);
        }
        Matcher what = WHAT.matcher(line);
        return !line.startsWith(" ") && what.matches() ? List.of(what.group(1)) : List.of();
    }
}
