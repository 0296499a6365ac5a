package dev.winnow.papers.letter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.analysis.internal.paths.AnswerReach;
import dev.winnow.analysis.internal.paths.DecisiveQuestions;
import dev.winnow.analysis.internal.questions.OpenQuestion;
import dev.winnow.analysis.internal.questions.QuestionList;
import dev.winnow.console.Run;
import dev.winnow.console.option.Addressee;
import dev.winnow.engine.Progress;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.language.Criterion;
import dev.winnow.language.LimitSummary;
import dev.winnow.language.RuleSummary;
import dev.winnow.model.Seeds;
import dev.winnow.model.result.Citation;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Names;
import dev.winnow.model.source.Language;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.vocabulary.LocalName;
import dev.winnow.records.internal.entry.LetterEntry;
import dev.winnow.records.internal.entry.LetterKind;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.document.Block;
import dev.winnow.report.internal.document.Document;
import dev.winnow.report.internal.document.Section;
import dev.winnow.report.internal.docx.DocxRenderer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No letter about a pair of the shipped universes contains weights, points, limits or names of others. */
class LetterSecrecyTest {

    /** The numbers of the questions with the same reach. */
    private static final Pattern REACH =
            Pattern.compile("(?<=assessment: |others: |record: |第)[1-5](, [1-5]|、[1-5]| and [1-5])*(?=\\.|项)");

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d|\\d{4}年\\d+月\\d+日");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");
    private static final LocalDate DAY = LocalDate.of(2026, 2, 1);

    private static final List<LocalName> ADDRESSEES = Stream.of("owner", "city", "register")
            .map(who -> new LocalName(who, null))
            .toList();

    /**
     * The secrets of one screening.
     *
     * @param numbers weights, thresholds, points and limits
     * @param rules the ids of rules
     * @param projects the names of projects in any language, by id
     * @param links the names of chain links with a number, such as wafers of 8 inches
     */
    private record Secrets(Set<String> numbers, Pattern rules, Map<String, Pattern> projects, List<String> links) {

        static Secrets of(RulePack pack, Universe universe, Names names) {
            Set<BigDecimal> numbers = new HashSet<>(List.of(pack.recommendFrom(), pack.declineBelow()));
            pack.criteria().stream().map(Criterion::weight).forEach(numbers::add);
            pack.rules().stream().map(RuleSummary::points).forEach(numbers::add);
            for (LimitSummary limit : pack.limits()) {
                limit.values().forEach(value -> {
                    numbers.add(value.value().low().decimal());
                    numbers.add(value.value().high().decimal());
                });
            }
            Set<String> written = new TreeSet<>();
            for (BigDecimal number : numbers) {
                written.add(plain(number));
                written.add(plain(number.movePointRight(2))); // a share in percent
            }
            Map<String, Pattern> projects = new TreeMap<>();
            for (String project : universe.projectIds()) {
                projects.put(project, words(inAnyLanguage(language -> names.of("projects", project, language))));
            }
            return new Secrets(
                    written,
                    words(pack.rules().stream().map(RuleSummary::id).filter(rule -> rule.contains("-"))),
                    projects,
                    universe.called("links").keySet().stream()
                            .flatMap(link -> inAnyLanguage(language -> names.within("links", link, language)))
                            .filter(name -> NUMBER.matcher(name).find())
                            .toList());
        }

        private static Stream<String> inAnyLanguage(Function<Language, String> name) {
            return Stream.of(Language.values()).map(name);
        }

        private static String plain(BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }

        /** Matches whole words; Chinese has no blanks between words. */
        private static Pattern words(Stream<String> words) {
            return Pattern.compile(
                    words.map(word -> {
                                String edge = word.codePoints().allMatch(letter -> letter < 0x2E80) ? "\\b" : "";
                                return edge + Pattern.quote(word) + edge;
                            })
                            .collect(Collectors.joining("|")),
                    Pattern.CASE_INSENSITIVE);
        }

        /**
         * Returns the secrets that a letter contains.
         *
         * @param own the figures of its own project, which it may contain
         */
        List<String> in(String letter, String project, List<String> own) {
            String text = REACH.matcher(DATE.matcher(letter).replaceAll("")).replaceAll("");
            text = Objects.requireNonNull(projects.get(project)).matcher(text).replaceAll("");
            for (String link : links) {
                text = text.replace(link, "");
            }
            for (String figure : own) {
                text = text.replace(figure, "");
            }
            String rest = text;
            List<String> found = new ArrayList<>();
            NUMBER.matcher(rest)
                    .results()
                    .map(MatchResult::group)
                    .filter(number -> numbers.contains(plain(new BigDecimal(number.replace(",", "")))))
                    .forEach(found::add);
            projects.forEach((other, name) -> {
                if (!other.equals(project) && name.matcher(rest).find()) {
                    found.add(other);
                }
            });
            rules.matcher(rest).results().map(MatchResult::group).forEach(found::add);
            return found;
        }
    }

    /** Returns the figures of a project that its findings read, as letters write them after a colon. */
    private static List<String> own(Explanation pair, Language language) {
        String colon = language == Language.ZH ? "：" : ": ";
        return pair.findings().stream()
                .flatMap(finding -> finding.evidence().stream())
                .filter(citation -> citation.property().startsWith("project.")
                        && !String.valueOf(citation.evidence().source()).contains("panel"))
                .map(Citation::figure)
                .filter(Objects::nonNull)
                .map(figure -> colon + figure.write(language))
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "semiconductor, semiconductor",
        "illustrative, battery",
        "illustrative, semiconductor",
        "data-centre, data-centre",
        "chips-act, chips-act",
        "illustrative, battery-review"
    })
    void noLetterContainsWeightsThresholdsPointsRulesOrOtherNames(String facts, String rules) throws IOException {
        RulePack loaded = RulePack.load(Run.HOME.resolve("rules").resolve(rules));
        Universe universe = Seeds.of(facts).universe();
        int letters = 0;
        for (Language language : Language.values()) {
            RulePack pack = loaded.inLanguage(language);
            Wording wording = Wording.inLanguage(language);
            LetterTemplates templates = LetterTemplates.shipped(language);
            ScreeningResult result = ScreeningRequest.of(pack, universe).screen(Progress.NONE);
            Secrets secrets = Secrets.of(pack, universe, result.asked().names());
            for (Explanation pair : result.explanations().toList()) {
                String project = pair.assessment().project();
                List<String> own = own(pair, language);
                for (LocalName to : ADDRESSEES) {
                    List<OpenQuestion> open = letters % 200 == 0
                            ? DecisiveQuestions.of(result.session(), List.of(pair), to)
                            : QuestionList.of(Stream.of(pair), universe.vocabulary(), universe.answers())
                                    .only(one -> one.how().who().equals(to), null)
                                    .inOrder();
                    List<LetterEntry.Asked> questions = LetterQuestions.of(
                            open,
                            asked ->
                                    asked.stream().map(one -> AnswerReach.ALONE).toList(),
                            result.asked().names(),
                            wording);
                    assertThat(questions).hasSizeLessThanOrEqualTo(5);
                    for (LetterKind kind : kinds(to)) {
                        Letter.Order order = new Letter.Order(kind, DAY, DAY.plusDays(14), List.of(), List.of(), false);
                        Letter letter =
                                LetterContents.of(order, to, questions, result, List.of(pair), templates, wording);
                        assertThat(secrets.in(plain(letter.document()), project, own))
                                .as(
                                        "%s to %s about %s in %s",
                                        kind,
                                        to.english(),
                                        pair.assessment().project(),
                                        pair.assessment().city())
                                .isEmpty();
                        if (letters++ % 200 == 0) {
                            assertThat(secrets.in(word(letter, wording), project, own))
                                    .isEmpty();
                        }
                    }
                }
            }
        }
        assertThat(letters).isPositive();
    }

    @Test
    void theSearchFindsEachKindOfSecret() {
        RulePack pack = RulePack.load(Run.HOME.resolve("rules/semiconductor"));
        Universe universe = Seeds.of("semiconductor").universe();
        ScreeningResult result = ScreeningRequest.of(pack, universe).screen(Progress.NONE);
        assertThat(Secrets.of(pack, universe, result.asked().names())
                        .in(
                                "SiEn, unlike hsmc and 武汉弘芯项目, breaks `funding-gap` and has 50 points, on 2026-01-08.",
                                "sien",
                                List.of()))
                .containsExactlyInAnyOrder("hsmc", "funding-gap", "50");
    }

    private static List<LetterKind> kinds(LocalName to) {
        return to.equals(Addressee.APPLICANT) ? List.of(LetterKind.values()) : List.of(LetterKind.REQUEST);
    }

    private static String plain(Document document) {
        StringBuilder text = new StringBuilder(document.name());
        Stream.concat(document.lead().stream(), document.sections().stream()).forEach(block -> add(block, text));
        return text.toString();
    }

    private static void add(Block block, StringBuilder text) {
        if (block instanceof Section section) {
            text.append('\n').append(section.heading());
            section.blocks().forEach(one -> add(one, text));
        } else if (block instanceof Block.Paragraph paragraph) {
            text.append('\n').append(paragraph.text());
        } else if (block instanceof Block.Items items) {
            items.items()
                    .forEach(item ->
                            text.append('\n').append(item.text()).append('\n').append(String.join("\n", item.below())));
        }
    }

    private static String word(Letter letter, Wording wording) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DocxRenderer.render(letter.document(), wording, out);
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(out.toByteArray()));
                XWPFWordExtractor text = new XWPFWordExtractor(word)) {
            return text.getText();
        }
    }
}
