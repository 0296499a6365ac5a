package dev.winnow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.language.internal.syntax.Expression;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.language.internal.vocabulary.FactTypes;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.Thorough;
import dev.winnow.model.domain.Project;
import dev.winnow.model.internal.assumption.Assumable;
import dev.winnow.model.internal.assumption.Assumption;
import dev.winnow.model.internal.assumption.Assumption.Origin;
import dev.winnow.model.internal.assumption.Assumptions;
import dev.winnow.model.internal.assumption.Filling;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.CriticalAssumption;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Place;
import dev.winnow.model.universe.AssumedFacts;
import dev.winnow.model.universe.FilledFact;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.Component;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * No assumption about a project changes a verdict without being reported as critical. Values that rules compare with or
 * other facts name are drawn and assumed instead, and all cities are screened again.
 */
class CriticalTrialsTest {

    private static final Path ROOT = Path.of("..");

    /** Number of values drawn per pack; each is tried in every city. */
    private static final int DRAWN = Thorough.count(150, 4_000);

    @EachShippedPack
    void everyValueThatChangesAVerdictIsListed(String rules, String seeds) {
        RulePack pack = RulePack.load(ROOT.resolve("rules").resolve(rules));
        Universe universe = Universe.read(
                        ShippedFacts.VOCABULARY, ROOT.resolve("seeds").resolve(seeds))
                .with(pack.vocabulary());
        AssumedFacts facts = universe.inHindsight(universe.asOf()).assuming(pack.assumptions());
        ScreeningSession session = Screener.of(pack).open(universe);
        Map<String, List<Assessment>> before = session.screening().assessments().stream()
                .collect(Collectors.groupingBy(Assessment::project, TreeMap::new, Collectors.toList()));
        Named named = new Named(pack, facts);
        SplittableRandom random = new SplittableRandom(30);
        Map<Assessment, Set<String>> critical = new HashMap<>();
        List<String> unlisted = new ArrayList<>();
        int tried = 0;
        int turned = 0;
        List<String> projects = before.keySet().stream()
                .filter(one -> !components(facts, one).isEmpty())
                .toList();
        for (int i = 0; i < DRAWN; i++) {
            String project = projects.get(random.nextInt(projects.size()));
            List<FilledFact> filled = components(facts, project);
            FilledFact fact = filled.get(random.nextInt(filled.size()));
            Object value = named.draw(fact, random);
            Map<String, Verdict> after = after(pack, universe, project, fact, value);
            for (Assessment one : Objects.requireNonNull(before.get(project))) {
                tried++;
                Verdict base = Objects.requireNonNull(one.base()).verdict();
                if (after.get(one.city()) == base) {
                    continue;
                }
                turned++;
                if (!critical.computeIfAbsent(one, any -> critical(session, any))
                        .contains(fact.fact())) {
                    unlisted.add(project + " in " + one.city() + ": " + fact.fact() + " = " + value + " turns " + base
                            + " into " + after.get(one.city()));
                }
            }
        }
        assertThat(unlisted).isEmpty();
        assertThat(tried).isGreaterThanOrEqualTo(DRAWN);
        assertThat(turned).isPositive();
    }

    /** The assumed facts of a project, except whole lists. */
    private static List<FilledFact> components(AssumedFacts facts, String project) {
        return facts.filled(Objects.requireNonNull(facts.known().project(project))).stream()
                .filter(one -> one.assumption().about().component() != null)
                .toList();
    }

    private static Set<String> critical(ScreeningSession session, Assessment assessment) {
        return Objects.requireNonNull(
                        session.withCritical(session.explain(assessment)).critical())
                .stream()
                .map(CriticalAssumption::fact)
                .collect(Collectors.toSet());
    }

    private static Map<String, Verdict> after(
            RulePack pack, Universe universe, String project, FilledFact fact, Object value) {
        Assumption other = new Assumption(
                fact.assumption().about(),
                Map.of("id", project),
                new Filling.Value(value),
                null,
                null,
                null,
                Origin.RUN,
                Place.file("test"));
        Map<String, Verdict> verdicts = new HashMap<>();
        Screener.of(pack)
                .assuming(Assumptions.of(List.of(other)))
                .open(universe)
                .batches(project::equals, city -> true)
                .flatMap(batch -> batch.assess().stream())
                .forEach(one -> verdicts.put(
                        one.city(), Objects.requireNonNull(one.base()).verdict()));
        return verdicts;
    }

    /** All values named by the rules of a pack and the facts of a universe. */
    private static final class Named {

        private final RulePack pack;
        private final SortedMap<String, Set<String>> byList = new TreeMap<>();
        private final Set<String> inRules = new TreeSet<>();
        private final Map<Unit, Set<Figure>> figures = new HashMap<>();

        Named(RulePack pack, AssumedFacts facts) {
            this.pack = pack;
            pack.checkedRules()
                    .forEach(rule -> rule.rule()
                            .patterns()
                            .forEach(pattern -> pattern.conditions()
                                    .forEach(condition -> condition
                                            .all(Expression.Text.class)
                                            .forEach(text -> inRules.add(text.value())))));
            facts.cities().forEach(city -> {
                add(city);
                facts.rows(city.id()).forEach(this::add);
            });
            facts.links().forEach(this::add);
            facts.projects().forEach(this::add);
            pack.limitTable().on(LocalDate.MAX).forEach(limit -> add(limit.value()));
        }

        private void add(Object row) {
            FactType type = row instanceof Project
                    ? pack.types().project()
                    : pack.types().type(FactTypes.nameOf(row));
            if (type == null) {
                return;
            }
            for (FactType.Property property : type.properties().values()) {
                Object value = property.of(row);
                if (value instanceof Figure figure) {
                    add(figure);
                } else if (property.refers() != null) {
                    Set<String> names = byList.computeIfAbsent(property.refers(), any -> new TreeSet<>());
                    if (value instanceof String text) {
                        names.add(text);
                    } else if (value instanceof Collection<?> texts) {
                        texts.forEach(text -> names.add(String.valueOf(text)));
                    }
                }
            }
        }

        private void add(Figure figure) {
            if (!figure.high().isUnbounded()) {
                Set<Figure> all = figures.computeIfAbsent(figure.unit(), any -> new LinkedHashSet<>());
                all.add(Figure.exactly(figure.low(), figure.unit()));
                all.add(Figure.exactly(figure.high(), figure.unit()));
            }
        }

        Object draw(FilledFact fact, SplittableRandom random) {
            Component component =
                    Objects.requireNonNull(fact.assumption().about().component());
            return switch (component.kind()) {
                case FLAG -> random.nextBoolean();
                case TEXT -> text(fact.assumption().about(), component, random);
                case TEXTS -> {
                    List<Object> list = new ArrayList<>(random.nextBoolean() ? (List<?>) fact.value() : List.of());
                    for (int more = random.nextInt(4); more > 0; more--) {
                        String text = text(fact.assumption().about(), component, random);
                        if (!list.contains(text)) {
                            list.add(text);
                        }
                    }
                    yield List.copyOf(list);
                }
                case FIGURE -> {
                    Unit unit = ((Figure) fact.value()).unit();
                    List<Figure> all = List.copyOf(figures.getOrDefault(unit, Set.of()));
                    yield all.isEmpty() || random.nextInt(4) == 0
                            ? Figure.exactly(
                                    unit.isShare()
                                            ? BigDecimal.valueOf(random.nextInt(101), 2)
                                            : BigDecimal.valueOf(random.nextInt(1_000), random.nextInt(6) - 3),
                                    unit)
                            : all.get(random.nextInt(all.size()));
                }
                case DATE -> LocalDate.of(1990 + random.nextInt(60), 1 + random.nextInt(12), 1);
                case EVIDENCE -> fact.value();
            };
        }

        private String text(Assumable about, Component component, SplittableRandom random) {
            FactType.Property property = Objects.requireNonNull(
                    pack.types().holding(about).properties().get(component.name()));
            Set<String> all = new TreeSet<>(property.words());
            if (all.isEmpty()) {
                all.addAll(byList.getOrDefault(String.valueOf(property.refers()), Set.of()));
                all.addAll(inRules);
                all.add("?");
            }
            return List.copyOf(all).get(random.nextInt(all.size()));
        }
    }
}
