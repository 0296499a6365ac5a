package dev.winnow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.language.internal.check.CheckedPack;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.Thorough;
import dev.winnow.model.domain.Project;
import dev.winnow.model.internal.assumption.Assumable;
import dev.winnow.model.internal.assumption.Assumable.Subject;
import dev.winnow.model.internal.assumption.Assumption;
import dev.winnow.model.internal.assumption.Assumption.Origin;
import dev.winnow.model.internal.assumption.Assumptions;
import dev.winnow.model.internal.assumption.Filling;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.BaseCase;
import dev.winnow.model.result.CriticalAssumption;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Place;
import dev.winnow.model.universe.AssumedFacts;
import dev.winnow.model.universe.FilledFact;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.Component;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The base case assumes unknown facts and judges them by the same rules; nothing else changes. */
class BaseCaseTest {

    private static final Path ROOT = Path.of("..");

    /** Critical assumptions are verified by full screenings for every n-th project. */
    private static final int EVERY = Thorough.count(6, 1);

    /** Texts that decide verdicts in the shipped universes; {@link CriticalTrialsTest} draws further ones. */
    private static final Map<String, List<String>> NAMED = Map.of(
            "endMarkets", List.of("automotive"),
            "coInvestors", List.of("Aucma 澳柯玛"),
            "committedBuyers", List.of("Aucma 澳柯玛"),
            "deliversTo", List.of("eda"));

    private static final Map<String, RulePack> PACKS = new HashMap<>();

    private static RulePack pack(String name) {
        return PACKS.computeIfAbsent(
                name, any -> RulePack.load(ROOT.resolve("rules").resolve(any)));
    }

    private static Universe universe(String name) {
        return Universe.read(ShippedFacts.VOCABULARY, ROOT.resolve("seeds").resolve(name));
    }

    private static BaseCase base(Assessment assessment) {
        return Objects.requireNonNull(assessment.base());
    }

    @EachShippedPack
    void assumptionsChangeOnlyTheBaseCase(String rules, String seeds) {
        RulePack whole = pack(rules);
        List<Assessment> with = Screener.of(whole).screen(universe(seeds)).assessments();
        List<Assessment> without =
                Screener.of(unassuming(whole)).screen(universe(seeds)).assessments();

        assertThat(with).hasSameSizeAs(without).allMatch(one -> one.base() != null);
        assertThat(without).allMatch(one -> one.base() == null);
        assertThat(without)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("base")
                .isEqualTo(with);
        assertThat(Screener.of(whole).withoutBaseCases().screen(universe(seeds)).assessments())
                .isEqualTo(without);
    }

    private static RulePack unassuming(RulePack pack) {
        var checked = pack.checked();
        return RulePack.of(new CheckedPack(
                checked.outline(),
                checked.types(),
                checked.digest(),
                checked.limits(),
                checked.rules(),
                checked.worked(),
                checked.files(),
                checked.accepted(),
                Assumptions.NONE,
                checked.translation()));
    }

    @EachShippedPack
    void theBaseVerdictIsAmongThePossibleOnes(String rules, String seeds) {
        assertThat(Screener.of(pack(rules)).screen(universe(seeds)).assessments())
                .allSatisfy(one -> assertThat(one.possible()).contains(base(one).verdict()));
    }

    /**
     * Withdraws and changes each assumption alone, by a further assumption of the run, and screens everything again
     * with the join evaluator: the verdict changes exactly if the assumption is critical.
     */
    @EachShippedPack
    void exactlyTheCriticalAssumptionsChangeTheVerdict(String rules, String seeds) {
        RulePack pack = pack(rules);
        Universe universe = universe(seeds);
        AssumedFacts facts = universe.inHindsight(universe.asOf()).assuming(pack.assumptions());
        ScreeningSession session = Screener.of(pack).open(universe);
        List<Assessment> assessments = session.screening().assessments();
        List<String> wrong = new ArrayList<>();
        List<String> projects = universe.projectIds();
        for (int i = 0; i < projects.size(); i += EVERY) {
            String project = projects.get(i);
            Project known = Objects.requireNonNull(facts.known().project(project));
            Map<String, Explanation> cases = new HashMap<>();
            assessments.stream()
                    .filter(one -> one.project().equals(project))
                    .forEach(one -> cases.put(one.city(), session.withCritical(session.explain(one))));
            for (FilledFact fact : facts.filled(known)) {
                Map<String, Set<Verdict>> otherwise =
                        otherwise(pack, universe, project, Set.of(), fact, Map.of("id", project));
                cases.forEach((city, base) -> check(project, city, base, fact, otherwise, wrong));
            }
            for (String city : universe.cityIds()) {
                String except = facts.known().present(project, city) ? project : null;
                for (FilledFact fact : facts.filled(city, except)) {
                    Map<String, Set<Verdict>> otherwise =
                            otherwise(pack, universe, project, Set.of(city), fact, where(fact, city));
                    check(project, city, Objects.requireNonNull(cases.get(city)), fact, otherwise, wrong);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void check(
            String project,
            String city,
            Explanation explanation,
            FilledFact fact,
            Map<String, Set<Verdict>> otherwise,
            List<String> wrong) {
        Set<Verdict> others = EnumSet.noneOf(Verdict.class);
        others.addAll(otherwise.getOrDefault(city, Set.of()));
        BaseCase base = base(explanation.assessment());
        others.remove(base.verdict());
        Verdict reported = Objects.requireNonNull(explanation.critical()).stream()
                .filter(one -> one.fact().equals(fact.fact()))
                .map(CriticalAssumption::otherwise)
                .findFirst()
                .orElse(null);
        if (reported == null ? !others.isEmpty() : !others.contains(reported)) {
            wrong.add(project + " in " + city + ": " + fact.fact() + " from " + base.verdict() + " to " + others
                    + ", but reported: " + reported);
        }
    }

    /** The base verdicts of a project, by city, if one assumption does not hold. */
    private static Map<String, Set<Verdict>> otherwise(
            RulePack pack,
            Universe universe,
            String project,
            Set<String> cities,
            FilledFact fact,
            Map<String, String> where) {
        Map<String, Set<Verdict>> verdicts = new HashMap<>();
        for (Filling filling : others(pack, fact)) {
            Assumption other = new Assumption(
                    fact.assumption().about(), where, filling, null, null, null, Origin.RUN, Place.file("test"));
            Screener.of(pack)
                    .assuming(Assumptions.of(List.of(other)))
                    .open(universe)
                    .batches(project::equals, city -> cities.isEmpty() || cities.contains(city))
                    .flatMap(batch -> batch.assess().stream())
                    .forEach(one -> verdicts.computeIfAbsent(one.city(), any -> EnumSet.noneOf(Verdict.class))
                            .add(base(one).verdict()));
        }
        return verdicts;
    }

    private static List<Filling> others(RulePack pack, FilledFact fact) {
        List<Filling> others = new ArrayList<>(List.of(new Filling.StaysUnknown()));
        Component component = fact.assumption().about().component();
        if (component == null) {
            return others;
        }
        switch (component.kind()) {
            case FLAG -> others.add(new Filling.Value(!(Boolean) fact.value()));
            case TEXT ->
                component.words().stream()
                        .filter(word -> !word.equals(fact.value()))
                        .forEach(word -> others.add(new Filling.Value(word)));
            case TEXTS -> {
                List<Object> more = new ArrayList<>((List<?>) fact.value());
                more.add("?");
                others.add(new Filling.Value(List.copyOf(more)));
                NAMED.getOrDefault(component.name(), List.of()).forEach(text -> {
                    others.add(new Filling.Value(List.of(text)));
                    List<Object> besides = new ArrayList<>((List<?>) fact.value());
                    besides.add(text);
                    others.add(new Filling.Value(List.copyOf(besides)));
                });
                if (fact.assumption().filling() instanceof Filling.Value) {
                    others.add(new Filling.Value(List.of()));
                }
            }
            case FIGURE -> {
                Unit unit = ((Figure) fact.value()).unit();
                for (String number : unit == Unit.SHARE
                        ? List.of("0", "0.41", "0.83", "1")
                        : List.of("0", "0.7", "3", "14", "260", "4300", "1000000")) {
                    others.add(new Filling.Value(Figure.exactly(new BigDecimal(number), unit)));
                }
                pack.limitTable().on(LocalDate.MAX).forEach(limit -> {
                    Amount value = limit.value().low();
                    if (limit.value().unit() == unit) {
                        others.add(new Filling.Value(Figure.exactly(value, unit)));
                    }
                });
            }
            case DATE, EVIDENCE -> {}
        }
        return others;
    }

    /** The key that distinguishes a fact of a city from all others. */
    private static Map<String, String> where(FilledFact fact, String city) {
        Assumable about = fact.assumption().about();
        if (about.subject() == Subject.CITY || about.subject() == Subject.LIST) {
            return Map.of("id", city);
        }
        String name = fact.fact();
        String row = name.substring(name.indexOf('.', "city.".length()) + 1, name.lastIndexOf('.'));
        Map<String, String> where = new HashMap<>(Map.of(Assumable.CITY, city));
        switch (about.subject()) {
            case LINK -> where.put("link", row);
            case STAGE -> where.put("stage", row);
            default -> {
                List<String> key = ShippedFacts.VOCABULARY
                        .rows(Objects.requireNonNull(about.list()))
                        .key();
                String[] parts = row.split("/", key.size());
                for (int i = 0; i < parts.length; i++) {
                    where.put(key.get(i), parts[i]);
                }
            }
        }
        return where;
    }

    @Test
    void knownFactsTakePrecedenceOverAssumptions() {
        Universe universe = universe("semiconductor");
        Assumption doubt = new Assumption(
                Objects.requireNonNull(Assumable.all(ShippedFacts.VOCABULARY).get("project.yieldRate")),
                Map.of("id", "sien"),
                new Filling.Value(Figure.exactly("0.1", Unit.SHARE)),
                null,
                null,
                null,
                Origin.RUN,
                Place.file("test"));
        Assumptions doubts = Assumptions.of(List.of(doubt));
        AssumedFacts facts = universe.inHindsight(universe.asOf()).assuming(doubts);

        assertThat(facts.project("sien")).isEqualTo(facts.known().project("sien"));
        assertThat(facts.idle(doubts.list())).containsExactly(doubt);
    }
}
