package dev.winnow.workbench.internal.assist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.engine.Bakery;
import dev.winnow.language.PackException;
import dev.winnow.model.source.Message;
import dev.winnow.workbench.internal.assist.Diagnostic.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackAssistTest {

    /** Number of limits and of rules renamed per shipped pack; each costs two checks of the pack. */
    private static final int MOST = Integer.getInteger("winnow.renamings", 2);

    /** Number of facts renamed per shipped pack. */
    private static final int MOST_FACTS = Integer.getInteger("winnow.renamings", 2);

    @TempDir
    private Path folder;

    /** The pack with one file edited but not saved; `‸` marks the position asked about and is removed. */
    private final class Edited {

        private final PackAssist pack;
        private final String file;
        private final int line;
        private final int character;

        private Edited(String file, String text, String other) {
            Bakery bakery = Bakery.in(folder);
            String edited = bakery.text(file).replace(text, other);
            int at = edited.indexOf('‸');
            String before = at < 0 ? "" : edited.substring(0, at);
            this.file = file;
            this.line = (int) before.chars().filter(c -> c == '\n').count();
            this.character = before.length() - before.lastIndexOf('\n') - 1;
            this.pack = PackAssist.read(bakery.folder(), Map.of(file, edited.replace("‸", "")));
        }

        private List<String> completions() {
            return pack.completions(file, line, character).stream()
                    .map(Completion::text)
                    .toList();
        }

        private List<String> hover() {
            return pack.hover(file, line, character).stream()
                    .map(Message::toString)
                    .toList();
        }

        private List<String> places(List<Location> locations) {
            return locations.stream()
                    .map(place -> place.file() + ":" + (place.span().line() + 1) + " "
                            + pack.text(place.file())
                                    .split("\n", -1)[place.span().line()]
                                    .substring(
                                            place.span().start(), place.span().end()))
                    .toList();
        }
    }

    @Test
    void theGoodPackHasNoErrors() {
        assertThat(new Edited("demand.drl", "", "").pack.diagnostics())
                .noneMatch(one -> one.severity() == Severity.ERROR);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "demand.drl  | annualOutput >=   | anualOutput >=   | anualOutput   | annualOutput",
                "demand.drl  | 'id == \"large-market\"' | 'id == \"large-markt\"' | '\"large-markt\"' | '\"large-market\"'",
                "demand.drl  | @title            | @titel            | titel         | title",
                "limits.yaml | reason:           | raeson:           | raeson        | reason"
            })
    void aMisspeltNameIsReportedWithItsCorrection(
            String file, String right, String wrong, String underlined, String replacement) {
        Edited edited = new Edited(file, right, wrong);
        String text = String.valueOf(edited.pack.text(file));
        Diagnostic first = edited.pack.diagnostics().stream()
                .filter(one -> one.replacement() != null)
                .findFirst()
                .orElseThrow();
        assertThat(first.file()).isEqualTo(file);
        assertThat(first.severity()).isEqualTo(Severity.ERROR);
        assertThat(text.split("\n", -1)[first.span().line()].substring(
                        first.span().start(), first.span().end()))
                .isEqualTo(underlined);
        assertThat(first.replacement()).isEqualTo(replacement);
    }

    @Test
    void theDiagnosticsAreTheProblemsOfTheSavedPack() {
        Bakery bakery = Bakery.in(folder);
        String broken = bakery.text("demand.drl").replace("annualOutput >=", "anualOutput >");
        List<String> unsaved = messages(PackAssist.read(bakery.folder(), Map.of("demand.drl", broken)));
        bakery.write("demand.drl", broken);
        List<String> saved = bakery.problems().stream()
                .map(problem -> problem.place().line() + " " + problem.what())
                .toList();
        assertThat(unsaved).isNotEmpty().isEqualTo(saved);
    }

    private static List<String> messages(PackAssist pack) {
        return pack.diagnostics().stream()
                .filter(one -> one.severity() == Severity.ERROR)
                .map(one -> (one.span().line() + 1) + " " + one.what())
                .toList();
    }

    @Test
    void adviceThatIsNoSpellingIsNoCorrection() {
        Edited edited = new Edited("limits.yaml", "    values: [{value: 3}]\n", "");
        assertThat(edited.pack.diagnostics())
                .anyMatch(one -> String.valueOf(one.advice()).contains("did you mean"))
                .allMatch(one -> one.replacement() == null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id == \"large-market\" | id == \"lar‸          | large-market",
                "annualOutput >= $min   | an‸                   | annualOutput",
                "Limit( id              | Lim‸                  | Limit",
                "@points(               | @po‸                  | points",
                "card.award(            | card.‸                | awardShare",
                "card.award(            | card.award(\"x\", $m‸ | $min",
                "rule \"market-at-scale\" | ru‸                 | rule"
            })
    void aRuleIsCompletedThoughItIsBroken(String text, String typed, String expected) {
        assertThat(new Edited("demand.drl", text, typed).completions()).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pack.yaml         | owner:          | ow‸ner:            | currency    | figure",
                "pack.yaml         | 'weight: 40'    | 'we‸: 40'          | weight      | version",
                "limits.yaml       | reason:         | re‸:               | assumed     | thresholds",
                "cases/demand.yaml | 'expect: fires' | 'expect: {ou‸: x}' | missing     | background"
            })
    void keysOfYamlFilesAreCompletedByTheirPlace(
            String file, String text, String typed, String expected, String elsewhere) {
        assertThat(new Edited(file, text, typed).completions())
                .contains(expected)
                .doesNotContain(elsewhere);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pack.yaml         | owner:          | ow‸ner:         | '`owner`: who answers for it'",
                "pack.yaml         | 'weight: 40'    | 'weigh‸t: 40'   | '`weight`: its weight among the criteria of its side, above 0'",
                "cases/demand.yaml | 'expect: fires' | '‸expect: fires' | '`expect`: what the rule does: fires, does not fire, cannot say; or that with details'"
            })
    void hoverTellsTheMeaningOfAKey(String file, String text, String typed, String expected) {
        assertThat(new Edited(file, text, typed).hover()).containsExactly(expected);
    }

    @Test
    void completionsReplaceTheWordBeforeThePosition() {
        Edited edited = new Edited("demand.drl", "annualOutput >= $min", "annu‸");
        Completion one = edited.pack.completions(edited.file, edited.line, edited.character).stream()
                .filter(completion -> completion.text().equals("annualOutput"))
                .findFirst()
                .orElseThrow();
        assertThat(one.replaced()).isEqualTo(new Span(edited.line, edited.character - 4, edited.character));
        assertThat(one.detail()).isEqualTo("annual output");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "demand.drl        | annualOutput >= $min | annu‸Output >= $min    | annuOutput",
                "demand.drl        | annualOutput >= $min | ‸annualOutput>=$min    | annualOutput",
                "demand.drl        | card.award(          | card.aw‸ard(           | award",
                "demand.drl        | id == \"large-market\" | id == \"lar‸ge-market\" | large-market",
                "demand.drl        | id == \"large-market\" | id == \"lar‸ge market\" | large market",
                "demand.drl        | id == \"large-market\" | 'id == \"lar‸ge, x == 1' | large",
                "pack.yaml         | 'weight: 40'         | 'wei‸ght: 40'          | weight",
                "cases/demand.yaml | 'expect: '           | 'expect: does n‸ot fire # '  | does not fire",
                "cases/demand.yaml | 'expect: fires'      | 'expect: {ou‸tcome: x}' | outcome"
            })
    void completionsReplaceTheWholeWord(String file, String text, String typed, String replaced) {
        Edited edited = new Edited(file, text, typed);
        String line = String.valueOf(edited.pack.text(file)).split("\n", -1)[edited.line];
        assertThat(edited.pack.completions(file, edited.line, edited.character))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(line.substring(
                                one.replaced().start(), one.replaced().end()))
                        .isEqualTo(replaced));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limits.yaml       | '    assumed: true' | '    unit: ‸'  | share",
                "limits.yaml       | '    assumed: true' | '    as‸'      | assumed",
                "cases/demand.yaml | 'rule: '            | 'rule: ‸'      | market-at-scale",
                "cases/demand.yaml | 'expect: '          | 'expect: ‸'    | does not fire",
                "pack.yaml         | 'order: '           | 'accept: [{check: ‸' | shared-fact"
            })
    void aYamlFileIsCompleted(String file, String text, String typed, String expected) {
        assertThat(new Edited(file, text, typed).completions()).contains(expected);
    }

    @Test
    void commentsAreNotCompleted() {
        assertThat(new Edited("demand.drl", "rule \"market-at-scale\"", "// ru‸").completions())
                .isEmpty();
    }

    @Test
    void aFactIsExplained() {
        assertThat(new Edited("demand.drl", "annualOutput >= $min", "annualOut‸put >= $min").hover())
                .containsExactly(
                        "`Demand.annualOutput`: annual output",
                        "a figure",
                        "output per year, million yuan",
                        "answered by: city",
                        "read in: `demand.drl`");
    }

    @Test
    void aRatingIsExplainedAndCompletedWithItsLevels() {
        Bakery review = Bakery.shipped("battery-review", folder);
        String rules = review.text("process.drl");
        String before = rules.substring(0, rules.indexOf("processMaturity"));
        int line = (int) before.chars().filter(c -> c == '\n').count();
        String cases = "cases/process.yaml";
        String edited = review.text(cases).replaceFirst("processMaturity: production", "processMaturity: ");
        String typed = edited.substring(0, edited.indexOf("processMaturity: ") + "processMaturity: ".length());

        PackAssist pack = PackAssist.read(review.folder(), Map.of(cases, edited));

        assertThat(pack.hover("process.drl", line, before.length() - before.lastIndexOf('\n')))
                .extracting(Message::toString)
                .contains(
                        "a level from 1 to 3",
                        "2 of 3 (pilot plant): a pilot line has run for a month without changes");
        assertThat(pack.completions(
                        cases,
                        (int) typed.chars().filter(c -> c == '\n').count(),
                        typed.length() - typed.lastIndexOf('\n') - 1))
                .extracting(Completion::text)
                .containsExactly("laboratory", "pilot", "production");
    }

    @Test
    void aLimitIsExplainedWithItsValuesAndSources() {
        assertThat(new Edited("demand.drl", "id == \"large-market\"", "id == \"large-m‸arket\"").hover())
                .containsExactly(
                        "limit `large-market`: Annual sales at which a market counts as large",
                        "from 2010-01-01: 30 mn yuan; source: almanac § 1",
                        "from 2020-01-01: 50 mn yuan; source: almanac § 2",
                        "read in: `demand.drl`");
    }

    @Test
    void aVerbIsExplained() {
        assertThat(new Edited("demand.drl", "card.award(", "card.aw‸ard(").hover())
                .containsExactly("`award`: awards {points} points");
    }

    @Test
    void theDefinitionOfALimitIsInLimitsYaml() {
        Edited edited = new Edited("demand.drl", "id == \"large-market\"", "id == \"large-m‸arket\"");
        assertThat(edited.places(edited.pack.definition(edited.file, edited.line, edited.character)))
                .containsExactly("limits.yaml:2 large-market");
    }

    @Test
    void theReferencesOfARuleAreItsCases() {
        Edited edited = new Edited("cases/demand.yaml", "- case", "- case");
        int line = String.valueOf(edited.pack.text("demand.drl"))
                        .substring(
                                0,
                                String.valueOf(edited.pack.text("demand.drl")).indexOf("rule \""))
                        .split("\n", -1)
                        .length
                - 1;
        assertThat(edited.places(edited.pack.references("demand.drl", line, 8)))
                .anyMatch(place -> place.startsWith("demand.drl:"))
                .anyMatch(place -> place.startsWith("cases/demand.yaml:"));
    }

    @Test
    void aRenamedLimitIsRenamedInEveryFile() {
        Edited edited = new Edited("limits.yaml", "id: large-market", "id: large-m‸arket");
        Renaming renaming = edited.pack.rename(edited.file, edited.line, edited.character, "big-market");
        assertThat(renaming.refusal()).isNull();
        assertThat(edited.places(renaming.places()))
                .contains("limits.yaml:2 large-market")
                .anyMatch(place -> place.startsWith("demand.drl:"))
                .allMatch(place -> place.endsWith(" large-market"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Big Market    | `Big Market` is not kebab-case; write small letters, digits and single `-` between words",
                "several-users | the pack already has `several-users`"
            })
    void aNameThatCannotBeGivenIsRefused(String name, String message) {
        Edited edited = new Edited("limits.yaml", "id: large-market", "id: large-m‸arket");
        assertThat(edited.pack.rename(edited.file, edited.line, edited.character, name))
                .isEqualTo(Renaming.refused(Message.of("%s", message)));
    }

    @Test
    void nothingIsRenamedInAPackWithProblems() {
        Edited edited = new Edited("limits.yaml", "id: large-market\n    title:", "id: large-m‸arket\n    titel:");
        assertThat(edited.pack
                        .rename(edited.file, edited.line, edited.character, "big-market")
                        .refusal())
                .hasToString("the pack has problems; correct them before you rename");
    }

    @Test
    void aFactOfTheCoreIsNotRenamed() {
        Edited edited = new Edited("demand.drl", "annualOutput >= $min", "annualOut‸put >= $min");
        assertThat(edited.pack.renamable(edited.file, edited.line, edited.character))
                .isNull();
        assertThat(edited.pack
                        .rename(edited.file, edited.line, edited.character, "output", List.of())
                        .refusal())
                .hasToString("`annualOutput` is a fact of the core, which all packs share; only facts of "
                        + "`vocabulary.yaml` can be renamed");
    }

    @Test
    void aTypeIsNotRenamed() {
        Edited edited = new Edited("demand.drl", "Demand(", "Dem‸and(");
        assertThat(edited.pack
                        .rename(edited.file, edited.line, edited.character, "Need")
                        .refusal())
                .hasToString("only limits, rules and facts of `vocabulary.yaml` can be renamed");
    }

    @Test
    void aDeclaredFactIsRenamedInEveryFileThatNamesIt() {
        PackAssist pack =
                PackAssist.read(Bakery.shipped("semiconductor", folder).folder(), Map.of());
        Renaming renaming = pack.renameFact("Project.coInvestors", "partners", List.of());
        assertThat(renaming.refusal()).isNull();
        assertThat(renaming.places())
                .extracting(Location::file)
                .contains("vocabulary.yaml", "assumptions.yaml", "demand-pull.drl", "cases/failure-memory.yaml");
    }

    @Test
    void aNameOfAnotherFactIsRefused() {
        PackAssist pack =
                PackAssist.read(Bakery.shipped("semiconductor", folder).folder(), Map.of());
        assertThat(pack.renameFact("Project.coInvestors", "yieldRate", List.of())
                        .refusal())
                .hasToString("the pack already has `yieldRate`");
        assertThat(pack.renameFact("Project.coInvestors", "the partners", List.of())
                        .refusal())
                .hasToString("`coInvestors` cannot be renamed to `the partners`: `the partners` is not a valid name for"
                        + " a fact");
    }

    @Test
    void aFactIsRenamedOnlyTogetherWithUniverses() {
        PackAssist pack =
                PackAssist.read(Bakery.shipped("semiconductor", folder).folder(), Map.of());
        Location declared = pack.definition("Project.coInvestors").get(0);
        assertThat(pack.rename(
                                declared.file(),
                                declared.span().line(),
                                declared.span().start(),
                                "partners")
                        .refusal())
                .hasToString("universes state `coInvestors` too; rename it in an editor with the language server, which"
                        + " changes both");
    }

    @ParameterizedTest
    @ValueSource(strings = {"semiconductor", "battery", "data-centre", "chips-act"})
    void factsOfAShippedPackCanBeRenamed(String name) {
        Bakery bakery = Bakery.shipped(name, folder);
        PackAssist pack = PackAssist.read(bakery.folder(), Map.of());
        List<String> refused = new ArrayList<>();
        List<String> facts = new ArrayList<>();
        pack.vocabulary()
                .ofProject()
                .forEach(one -> facts.add("Project." + one.component().name()));
        pack.vocabulary()
                .ofCity()
                .forEach(one -> facts.add("City." + one.component().name()));
        pack.vocabulary()
                .lists()
                .forEach(list -> list.properties()
                        .forEach(one ->
                                facts.add(list.row() + "." + one.component().name())));
        for (int i = 0; i < facts.size(); i += Math.max(1, facts.size() / MOST_FACTS)) {
            Message refusal =
                    pack.renameFact(facts.get(i), "anotherName", List.of()).refusal();
            if (refusal != null) {
                refused.add(facts.get(i) + ": " + refusal);
            }
        }
        assertThat(refused).isEmpty();
    }

    @Test
    void theReferencesOfAFactAreInRulesCasesAndAssumptions() {
        PackAssist pack =
                PackAssist.read(Bakery.shipped("semiconductor", folder).folder(), Map.of());
        assertThat(pack.references("Bottleneck.links"))
                .extracting(Location::file)
                .contains("vocabulary.yaml", "local-need.drl", "cases/local-need.yaml");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "project: {endMarkets: [bread]} | project: {yie‸               | yieldRate",
                "project: {endMarkets: [bread]} | project: {needs: [demand, ta‸ | talent",
                "project: {endMarkets: [bread]} | city: {bottlenecks: [{it‸    | item"
            })
    void factsOfCasesAreCompleted(String text, String typed, String expected) {
        Edited edited = new Edited("cases/demand.yaml", "  - case: Three cafés make", "  - case: ‸");
        String cases = String.valueOf(edited.pack.text("cases/demand.yaml"));
        int at = cases.indexOf(text);
        String before = cases.substring(0, at) + typed.substring(0, typed.indexOf('‸'));
        PackAssist pack = PackAssist.read(
                Bakery.in(folder).folder(), Map.of("cases/demand.yaml", before + cases.substring(at + text.length())));
        int line = (int) before.chars().filter(c -> c == '\n').count();
        assertThat(pack.completions("cases/demand.yaml", line, before.length() - before.lastIndexOf('\n') - 1))
                .extracting(Completion::text)
                .contains(expected);
    }

    /** The packs that ship have tables, Chinese texts, accepted remarks and cases with limits of their own. */
    @ParameterizedTest
    @ValueSource(strings = {"semiconductor", "battery", "data-centre", "chips-act"})
    void limitsAndRulesOfAShippedPackCanBeRenamed(String name) {
        PackAssist pack = PackAssist.read(Bakery.shipped(name, folder).folder(), Map.of());
        List<String> refused = new ArrayList<>();
        for (String file : List.of("limits.yaml", firstRules(pack))) {
            List<Symbol> symbols = pack.symbols(file);
            assertThat(symbols).isNotEmpty();
            for (Symbol symbol : symbols.subList(0, Math.min(MOST, symbols.size()))) {
                Renaming renaming =
                        pack.rename(file, symbol.span().line(), symbol.span().start() + 1, "another-name");
                if (renaming.refusal() != null) {
                    refused.add(symbol.name() + ": " + renaming.refusal());
                }
            }
        }
        assertThat(refused).isEmpty();
    }

    private String firstRules(PackAssist pack) {
        return List.of("demand-pull.drl", "green-computing.drl", "commercial-viability.drl", "technology.drl").stream()
                .filter(file -> pack.text(file) != null)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSymbolsOfARuleFileAreItsRules() {
        Edited edited = new Edited("demand.drl", "", "");
        assertThat(edited.pack.symbols("demand.drl")).first().satisfies(symbol -> {
            assertThat(symbol.name()).isEqualTo("market-at-scale");
            assertThat(symbol.detail()).isEqualTo("A market of the town is large");
            assertThat(symbol.lastLine()).isGreaterThan(symbol.span().line());
        });
        assertThat(edited.pack.symbols("limits.yaml"))
                .extracting(Symbol::name)
                .containsExactly("large-market", "several-users");
    }

    @Test
    void aBrokenFileIsNotFormatted() {
        assertThat(new Edited("demand.drl", "when", "whn").pack.format("demand.drl"))
                .isNull();
    }

    @Test
    void anUnsavedTextIsFormatted() {
        Edited edited = new Edited("demand.drl", "  @title", "      @title");
        assertThat(edited.pack.format("demand.drl")).isEqualTo(Bakery.in(folder).text("demand.drl"));
        assertThat(edited.pack.format("limits.yaml")).isNull();
    }

    @Test
    void aTooLargeTextIsReported() {
        assertThat(new Edited("demand.drl", "rule", "// " + "x".repeat(600_000) + "\nrule").pack.diagnostics())
                .anyMatch(one -> one.file().equals("demand.drl")
                        && one.what().toString().equals("the file is larger than 512 KB"));
    }

    @Test
    void aMissingFolderIsAnError() {
        assertThatThrownBy(() -> PackAssist.read(folder.resolve("none"), Map.of()))
                .isInstanceOf(PackException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"demand.drl", "limits.yaml", "pack.yaml", "vocabulary.yaml", "cases/demand.yaml"})
    void everyBeginningOfAFileIsAnswered(String file) {
        Bakery bakery = Bakery.in(folder);
        String whole = bakery.text(file);
        for (int end = 0; end < whole.length(); end += Math.max(1, whole.length() / 25)) {
            String text = whole.substring(0, end);
            PackAssist pack = PackAssist.read(bakery.folder(), Map.of(file, text));
            int line = (int) text.chars().filter(c -> c == '\n').count();
            int character = end - text.lastIndexOf('\n') - 1;
            assertThat(pack.completions(file, line, character)).isNotNull();
            assertThat(pack.diagnostics()).isNotNull();
            pack.hover(file, line, character);
            pack.symbols(file);
            pack.format(file);
        }
        assertThat(PackAssist.read(bakery.folder(), Map.of()).completions(file, 1_000_000, 5))
                .isEmpty();
    }
}
