package dev.winnow.papers.letter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.option.Addressee;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.model.Checkout;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.domain.Project;
import dev.winnow.model.result.Effect;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Finding;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Language;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.records.internal.entry.LetterKind;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.document.Block.Item;
import dev.winnow.report.internal.document.Block.Items;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The facts that a refusal names are read by the rules that decided it, as their files say. */
class RefusalReasonsTest {

    private static final Wording ENGLISH = Wording.inLanguage(Language.EN);
    private static final LocalDate DAY = LocalDate.of(2026, 2, 1);
    private static final String ACCORDING = "according to our records, ";

    private static final String PACK = """
            name: stall
            title: Stalls
            version: 1.0.0
            owner: the guild
            purpose: A pack with one knock-out
            criteria:
              - {id: use, title: Use, side: city, weight: 100}
              - {id: money, title: Money, side: project, weight: 100}
            conditions: [alone]
            thresholds: {recommend: 50, decline: 25}
            """;
    private static final String STALLS = """
            universe: {name: stalls, asOf: 2025-12-31}
            cities: [{id: town}]
            projects: [{id: tea, name: Tea, fundingNeed: 0 yuan, endMarkets: []}]
            """;

    @ParameterizedTest
    @CsvSource({
        "semiconductor, semiconductor, 16",
        "illustrative, battery, 2",
        "data-centre, data-centre, 11",
        "illustrative, semiconductor, 3"
    })
    void eachFactIsReadByADecidingRuleInItsOrder(String facts, String rules, int least) {
        Path files = Checkout.HOME.resolve("rules").resolve(rules);
        RulePack pack = RulePack.load(files);
        ScreeningResult result = ScreeningRequest.of(
                        pack,
                        Universe.read(
                                        ShippedFacts.VOCABULARY,
                                        Checkout.HOME.resolve("seeds").resolve(facts))
                                .requireWhole())
                .open()
                .result();
        Map<String, String> properties = properties(pack.vocabulary(), result);
        int named = 0;
        for (Explanation pair : result.explanations()
                .filter(one -> one.assessment().verdict() == Verdict.DECLINE)
                .toList()) {
            for (Item reason : reasons(pair, result)) {
                List<String> conditions = pair.findings().stream()
                        .filter(finding -> finding.effect() == Effect.KNOCK_OUT
                                && finding.title().startsWith(reason.text()))
                        .map(finding -> conditions(files, finding))
                        .toList();
                List<Integer> places = new ArrayList<>();
                for (String fact : reason.below()) {
                    assertThat(fact).startsWith(ACCORDING).doesNotEndWith(": 0");
                    String words = fact.substring(ACCORDING.length(), fact.lastIndexOf(':'));
                    String property = Objects.requireNonNull(properties.get(words), words);
                    assertThat(conditions)
                            .as(fact)
                            .hasSize(1)
                            .first()
                            .asString()
                            .containsPattern("\\b" + property);
                    places.add(place(conditions.get(0), property));
                    named++;
                }
                assertThat(places).as(reason.toString()).isSorted();
            }
        }
        assertThat(named).isGreaterThanOrEqualTo(least);
    }

    @Test
    void aZeroThatTheRuleTestsIsNamed() {
        assertThat(reasons("fundingNeed <= 0, endMarkets.size() == 0, $need : fundingNeed"))
                .containsExactly(
                        ACCORDING + "the project’s funding need: 0 mn yuan",
                        ACCORDING + "the project’s end markets: none");
        assertThat(reasons("endMarkets.size() == 0, $need : fundingNeed"))
                .containsExactly(ACCORDING + "the project’s end markets: none");
    }

    /** Returns the facts of the only reason to decline a project without funds and partners, by a rule that tests this. */
    private static List<String> reasons(String tests) {
        Map<String, String> files = Map.of(
                "pack.yaml",
                PACK,
                "use.drl",
                rule("use", "@points(50)", "investment > 0", "award(\"It is of here\")"),
                "money.drl",
                rule("money", "@points(50)", "fundingNeed >= 0", "award(\"Its money is there\")"),
                "alone.drl",
                rule("alone", "", tests, "knockOut(\"It stands alone\")"));
        ScreeningResult result = ScreeningRequest.of(
                        RulePack.forScreening("stall", files), Universe.parse(Map.of("stall.yaml", STALLS)))
                .open()
                .result();
        List<Item> reasons = reasons(result.explanations().findFirst().orElseThrow(), result);
        assertThat(reasons).hasSize(1);
        return reasons.get(0).below();
    }

    private static String rule(String id, String points, String tests, String then) {
        return """
                package stall.%1$s

                import dev.winnow.model.*
                import dev.winnow.engine.*

                global Scorecard card

                rule "%1$s-rule"
                  @title("The rule %1$s")
                  %2$s  @source("the guild")
                when
                  Project( %3$s )
                then
                  card.%4$s;
                end
                """.formatted(id, points, tests, then);
    }

    private static List<Item> reasons(Explanation pair, ScreeningResult result) {
        Letter.Order order = new Letter.Order(LetterKind.DECLINED, DAY, DAY.plusDays(14), List.of(), List.of(), false);
        return LetterContents.of(
                        order,
                        Addressee.APPLICANT,
                        List.of(),
                        result,
                        List.of(pair),
                        LetterTemplates.shipped(Language.EN),
                        ENGLISH)
                .document()
                .sections()
                .stream()
                .filter(section -> section.heading().equals("Our reasons"))
                .flatMap(section -> section.blocks().stream())
                .flatMap(block -> ((Items) block).items().stream())
                .toList();
    }

    /** Returns the facts of a project by their words. */
    private static Map<String, String> properties(Vocabulary vocabulary, ScreeningResult result) {
        FactWords words = new FactWords(ENGLISH, result.asked().names());
        Map<String, String> properties = new TreeMap<>();
        Stream<String> core = Stream.of(Project.class.getRecordComponents()).map(one -> one.getName());
        Stream<String> declared = vocabulary.ofProject().stream()
                .map(property -> property.component().name());
        Stream.concat(core, declared)
                .forEach(name -> properties.put(words.words("project." + name).replaceFirst("^whether ", ""), name));
        return properties;
    }

    /** Returns the conditions of the rule of a finding, as its file says. */
    private static String conditions(Path files, Finding finding) {
        Pattern rule = Pattern.compile("rule \"" + finding.rule() + "\".*?\\bwhen\\b(.*?)\\bthen\\b", Pattern.DOTALL);
        try (Stream<Path> all = Files.walk(files)) {
            for (Path file : all.filter(one -> one.toString().endsWith(".drl")).toList()) {
                Matcher found = rule.matcher(Files.readString(file));
                if (found.find()) {
                    return found.group(1);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError(finding.rule());
    }

    /** Returns where a rule tests a fact; a fact that is only bound to a variable comes after those. */
    private static int place(String conditions, String property) {
        Matcher bound = Pattern.compile("\\$\\w+ : " + property + "\\b").matcher(conditions);
        String tested = bound.replaceAll("");
        int at = tested.indexOf(property);
        return at < 0 ? conditions.length() : at;
    }
}
