package dev.winnow.engine;

import dev.winnow.model.Assessment;
import dev.winnow.model.City;
import dev.winnow.model.Facts;
import dev.winnow.model.Project;
import dev.winnow.model.Screening;
import dev.winnow.model.Side;
import dev.winnow.model.Span;
import dev.winnow.model.Universe;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Screens every project of a universe for every city of it, by the rules of one pack.
 *
 * <p>Immutable and thread-safe: one screener may serve many threads and universes. Equal inputs give equal results,
 * whatever the order of files, the locale, the time zone or the hour.
 *
 * <pre>{@code
 * RulePack pack = RulePack.load(Path.of("rules/battery"));
 * Screener screener = Screener.of(pack);
 * Screening screening = screener.screen(Universe.read(Path.of("seeds/illustrative")));
 * }</pre>
 */
public final class Screener {

    /** Larger batches were measured to be slower. */
    private static final int BATCH = 500;

    private final RulePack pack;
    private final Finder finder;
    private final Assessor assessor;
    private final int batchSize;

    private Screener(RulePack pack, Finder finder, int batchSize) {
        this.pack = pack;
        this.finder = finder;
        this.assessor = new Assessor(pack);
        this.batchSize = batchSize;
    }

    /** A screener for a pack. The first one made of a pack compiles it, which takes a second or more. */
    public static Screener of(RulePack pack) {
        return of(pack, BATCH);
    }

    /**
     * A screener that compiles nothing: ready at once, but many times slower at each candidate. For those who screen a few
     * candidates by many editions of a pack. Its results are the same.
     */
    public static Screener walking(RulePack pack) {
        return new Screener(pack, Finder.walking(pack.checkedRules()), BATCH);
    }

    static Screener of(RulePack pack, int batchSize) {
        return new Screener(pack, Finder.compiled(pack.compiled()), batchSize);
    }

    /**
     * Screens as of the universe's own date, with what is known in hindsight.
     *
     * @throws PackException if a rule asks for more than any policy needs, such as pairing long lists with each other
     *     without end; so do the other ways of screening
     */
    public Screening screen(Universe universe) {
        return screening(universe, screen(universe, universe.asOf(), true));
    }

    /** Screens as of a day, with what was known by then. */
    public Screening screen(Universe universe, LocalDate day) {
        return screening(universe, screen(universe, day, false));
    }

    /** Screens each project as of the day of its decision; one without a decision, as of the universe's date. */
    public Screening screenAtDecisions(Universe universe) {
        TreeMap<LocalDate, List<Project>> byDay = new TreeMap<>();
        for (Project project : universe.asOf(universe.asOf(), false).projects()) {
            LocalDate day = project.decided() == null ? universe.asOf() : project.decided();
            byDay.computeIfAbsent(day, unused -> new ArrayList<>()).add(project);
        }
        List<Assessment> assessments = new ArrayList<>();
        byDay.forEach((day, decided) -> {
            List<String> ids = decided.stream().map(Project::id).toList();
            Facts facts = universe.asOf(day, false);
            List<Project> then = facts.projects().stream()
                    .filter(project -> ids.contains(project.id()))
                    .toList();
            assessments.addAll(screen(universe, facts, then));
        });
        return screening(universe, assessments);
    }

    /** Judges one candidate by itself; its rank is 0. */
    Assessment assess(Surroundings surroundings, Project candidate) {
        Finder.Found found = finder.find(surroundings, List.of(candidate)).apply(candidate);
        return assessor.assess(candidate, false, surroundings, found);
    }

    private List<Assessment> screen(Universe universe, LocalDate day, boolean hindsight) {
        Facts facts = universe.asOf(day, hindsight);
        return screen(universe, facts, facts.projects());
    }

    private List<Assessment> screen(Universe universe, Facts facts, List<Project> projects) {
        List<Limit> limits = pack.limitTable().on(facts.asOf());
        List<Assessment> assessments = new ArrayList<>();
        for (City city : facts.cities()) {
            List<Assessment> ofCity = new ArrayList<>();
            List<Project> together = new ArrayList<>();
            for (Project project : projects) {
                if (facts.present(project.id(), city.id())) {
                    Surroundings without = Surroundings.of(facts, city, limits, project.id());
                    assess(universe, without, List.of(project), ofCity);
                } else {
                    together.add(project);
                }
            }
            Surroundings surroundings = Surroundings.of(facts, city, limits, null);
            for (int from = 0; from < together.size(); from += batchSize) {
                List<Project> batch = together.subList(from, Math.min(from + batchSize, together.size()));
                assess(universe, surroundings, batch, ofCity);
            }
            assessments.addAll(ranked(ofCity));
        }
        return assessments;
    }

    private void assess(Universe universe, Surroundings surroundings, List<Project> batch, List<Assessment> into) {
        Function<Project, Finder.Found> found = finder.find(surroundings, batch);
        for (Project project : batch) {
            boolean illustrative = universe.illustrative(project.id());
            into.add(assessor.assess(project, illustrative, surroundings, found.apply(project)));
        }
    }

    private static List<Assessment> ranked(List<Assessment> assessments) {
        List<Assessment> sorted = new ArrayList<>(assessments);
        sorted.sort(Comparator.comparing(Assessment::verdict)
                .thenComparing(assessment -> assessment.score().low(), Comparator.reverseOrder())
                .thenComparing(Screener::otherLow, Comparator.reverseOrder())
                .thenComparing(Assessment::known, Comparator.reverseOrder())
                .thenComparing(Assessment::project));
        List<Assessment> ranked = new ArrayList<>(sorted.size());
        for (int i = 0; i < sorted.size(); i++) {
            ranked.add(withRank(sorted.get(i), i + 1));
        }
        return ranked;
    }

    private static java.math.BigDecimal otherLow(Assessment assessment) {
        Side other = assessment.binds() == Side.CITY ? Side.PROJECT : Side.CITY;
        Span span = assessment.sides().get(other);
        return span == null ? java.math.BigDecimal.ZERO : span.low();
    }

    private static Assessment withRank(Assessment one, int rank) {
        return new Assessment(
                one.project(),
                one.projectName(),
                one.city(),
                one.cityName(),
                one.illustrative(),
                one.asOf(),
                one.verdict(),
                one.because(),
                rank,
                one.score(),
                one.binds(),
                one.known(),
                one.sides(),
                one.district(),
                one.chainActions(),
                one.criteria(),
                one.findings(),
                one.undetermined(),
                one.questions());
    }

    private Screening screening(Universe universe, List<Assessment> assessments) {
        List<Assessment> sorted = new ArrayList<>(assessments);
        sorted.sort(Comparator.comparing(Assessment::city)
                .thenComparing(Assessment::asOf)
                .thenComparingInt(Assessment::rank));
        return new Screening(
                new Screening.Edition(pack.name(), pack.version(), pack.digest()),
                new Screening.Edition(universe.name(), "", universe.digest()),
                universe.illustrative(),
                List.copyOf(sorted),
                universe.problems());
    }
}
