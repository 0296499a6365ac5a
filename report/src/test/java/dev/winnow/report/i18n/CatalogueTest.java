package dev.winnow.report.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Bound;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Chinese translations of the English texts in the code. */
class CatalogueTest {

    private static final Pattern PLACE = Pattern.compile("%(?:([1-9])\\$)?s");
    private static final Wording CHINESE = Wording.inLanguage(Language.ZH);

    static List<TextFiles> all() {
        return TextFiles.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void entriesAreUniqueSortedAndHaveTheSamePlaceholders(TextFiles files) {
        List<String> english = files.lines("zh.txt").stream()
                .filter(line -> !line.startsWith("# ") && !line.startsWith("  "))
                .map(line -> line.startsWith("\"") ? line.substring(1) : line)
                .toList();
        assertThat(english).doesNotHaveDuplicates().isSortedAccordingTo(Comparator.naturalOrder());
        Map<String, String> entries = files.entries();
        assertThat(entries).hasSameSizeAs(english);
        entries.forEach((one, other) -> assertThat(places(other)).as(one).isEqualTo(places(one)));
    }

    @Test
    void entriesInAContextDifferFromTheGeneralOne() {
        Map<String, String> entries = Catalogue.read(Language.ZH);
        entries.forEach((one, other) -> {
            String general = entries.get(one.replaceFirst(" @[\\w.]+$", ""));
            if (general != null && one.matches("(?s).* @[\\w.]+")) {
                assertThat(other).as(one).isNotEqualTo(general);
            }
        });
    }

    /** Returns the placeholders, by number or else by position. */
    private static List<String> places(String text) {
        List<String> places = new ArrayList<>();
        Matcher place = PLACE.matcher(text);
        while (place.find()) {
            places.add(place.group(1) == null ? String.valueOf(places.size() + 1) : place.group(1));
        }
        return places.stream().sorted().toList();
    }

    static Stream<Arguments> messages() {
        return Stream.of(
                Arguments.of(
                        Message.of("`%s` has no `%s`", "Demand", "anualOutput"),
                        "`Demand` has no `anualOutput`",
                        "`Demand` 没有 `anualOutput`"),
                Arguments.of(
                        Message.of("did you mean `%s`?", "annualOutput"),
                        "did you mean `annualOutput`?",
                        "是否为 `annualOutput`？"),
                Arguments.of(
                        Message.of(
                                "`%s` is %s here and %s at %s, by the same source for the same day",
                                "x",
                                Figure.exactly(0.7, Unit.SHARE),
                                Figure.stated(Amount.of("0.9"), Bound.AT_LEAST, Unit.SHARE, null),
                                "u.yaml:5:17"),
                        "`x` is 70 % here and over 90 % at u.yaml:5:17, by the same source for the same day",
                        "`x` 此处为70%，而在 u.yaml:5:17 为超过90%，来源与日期均相同"),
                Arguments.of(
                        Message.of("it is one of %s", Message.names(List.of("a", "b", "c"))),
                        "it is one of `a`, `b`, `c`",
                        "可选：`a`、`b`、`c`"),
                Arguments.of(
                        Message.of("unknown rule `%s`", "x").with(Message.of("did you mean `%s`?", "y")),
                        "unknown rule `x`; did you mean `y`?",
                        "没有规则 `x`；是否为 `y`？"),
                Arguments.of(
                        Message.of(
                                "`%s` is not a date: %s has %s days", "30.2.2010", Message.of("February %s", 2010), 28),
                        "`30.2.2010` is not a date: February 2010 has 28 days",
                        "`30.2.2010` 不是日期：2010年2月只有28天"),
                Arguments.of(
                        Message.of("unknown rule `%s`", "%s %2$s $1 \\ %"),
                        "unknown rule `%s %2$s $1 \\ %`",
                        "没有规则 `%s %2$s $1 \\ %`"));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void messagesAreSaidInBothLanguages(Message message, String english, String chinese) {
        assertThat(message).hasToString(english);
        assertThat(Wording.inLanguage(Language.EN).say(message)).isEqualTo(english);
        assertThat(CHINESE.say(message)).isEqualTo(chinese);
    }

    @Test
    void anUntranslatedMessageStaysInEnglish() {
        assertThat(CHINESE.say(Message.of("the moon is made of `%s`", "cheese")))
                .isEqualTo("the moon is made of `cheese`");
        assertThat(CHINESE.say(Message.of("there is no %s", Message.of("moon of `%s`", "cheese"))))
                .isEqualTo("there is no moon of `cheese`");
    }
}
