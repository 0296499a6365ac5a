package dev.winnow.engine;

import dev.winnow.engine.internal.score.RankKey;
import dev.winnow.language.PackException;
import dev.winnow.model.domain.Project;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Screening;
import dev.winnow.model.source.Internal;
import dev.winnow.model.source.Node;
import dev.winnow.model.universe.Universe;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A universe whose candidates were judged once, so that further candidates can be judged alone and still be ranked
 * among all. The results for a further candidate, including its rank, equal those of screening everything again.
 *
 * <pre>{@code
 * ScreenedUniverse known = Screener.of(pack).screened(universe); // judges everybody, once
 * Screening one = known.screen(Project.builder("further", "Further plant").endMarkets("automotive"));
 * }</pre>
 *
 * <p>Keeps only the rank keys of the candidates judged before. Immutable and thread-safe.
 */
public final class ScreenedUniverse {

    /** A city and day whose candidates are ranked together. */
    private record Group(String city, LocalDate asOf) {

        static Group of(Assessment assessment) {
            return new Group(assessment.city(), assessment.asOf());
        }
    }

    private final Screener screener;
    private final Universe universe;
    /** The part of the universe that candidates can see, which excludes other candidates. */
    private final Universe seen;

    private final AsOfPolicy asOfPolicy;
    private final Set<String> projects;
    /** Rank places of the candidates judged before, best first. */
    private final Map<Group, RankPlace[]> places = new HashMap<>();

    ScreenedUniverse(Screener screener, Universe universe, AsOfPolicy asOfPolicy) {
        this.screener = screener;
        this.universe = universe;
        this.seen = universe.withoutOpenProjects();
        this.asOfPolicy = asOfPolicy;
        this.projects = Set.copyOf(universe.projectIds());
        Map<Group, List<RankPlace>> judged = new HashMap<>();
        screener.withoutBaseCases()
                .open(universe, asOfPolicy)
                .batches()
                .flatMap(batch -> batch.assess().stream())
                .forEach(one -> judged.computeIfAbsent(Group.of(one), group -> new ArrayList<>())
                        .add(RankPlace.of(one)));
        judged.forEach((group, all) -> places.put(group, all.stream().sorted().toArray(RankPlace[]::new)));
    }

    /** {@return the screened universe, read with the facts that the pack declares} */
    public Universe universe() {
        return universe;
    }

    /**
     * Judges one further project in every city.
     *
     * @param candidate the project
     * @return its assessments, as from {@link #screen(Universe)}
     */
    public Screening screen(Project.Builder candidate) {
        return screen(Universe.builder(universe.vocabulary()).project(candidate).build());
    }

    /**
     * Judges further projects in every city.
     *
     * @param candidates a universe with the projects, as for {@link #judge(Universe)}
     * @return the assessments of these projects only, each with its rank among all candidates
     */
    public Screening screen(Universe candidates) {
        return judge(candidates).asked();
    }

    /**
     * Judges further projects in every city and prepares explanations. Earlier candidates are judged again only if a
     * further project changes their result: it is present in a city already, or {@code candidates} contains more than
     * projects.
     *
     * @param candidates a universe of projects: {@linkplain Universe#parse(Map) parsed}, {@linkplain Universe#read
     *     read} or {@linkplain Universe#builder() built}; its name and day are ignored
     * @return the assessments of these projects only, each with its rank among all candidates, and the problems of both
     *     universes. A project that cannot be read or repeats a known id is left out and reported as a problem
     * @throws PackException if a rule exceeds the evaluation budget
     */
    @Internal
    public ScreeningResult judge(Universe candidates) {
        return judge(candidates, Progress.NONE);
    }

    /** As {@link #judge(Universe)}, reporting the number of judged pairs. */
    @Internal
    public ScreeningResult judge(Universe candidates, Progress progress) {
        if (candidates.listed("projects").stream().noneMatch(this::isKnown)) {
            Universe joined = seen.and(candidates);
            if (joined.extendsUnchanged(seen)) {
                Universe whole = universe.and(candidates);
                ScreeningSession session = screener.open(
                        joined,
                        asOfPolicy,
                        () -> screener.open(whole, asOfPolicy).result());
                return ScreeningResult.of(session, alone(session, fresh(joined), progress));
            }
        }
        Universe joined = universe.and(candidates);
        ScreeningSession session = screener.open(joined, asOfPolicy);
        Set<String> fresh = fresh(joined);
        return session.result(progress).asking(one -> fresh.contains(one.project()));
    }

    private boolean isKnown(Node project) {
        Node id = project.get("id");
        return id != null && projects.contains(id.text().strip());
    }

    private Set<String> fresh(Universe joined) {
        Set<String> fresh = new HashSet<>(joined.projectIds());
        fresh.removeIf(projects::contains);
        return fresh;
    }

    /** The number of places with a better key. */
    private static int better(RankPlace[] places, RankKey key) {
        return first(places, place -> place.key().compareTo(key) >= 0);
    }

    /** The number of places with an equal or better key. */
    private static int notWorse(RankPlace[] places, RankKey key) {
        return first(places, place -> place.key().compareTo(key) > 0);
    }

    /** The index of the first place that meets a condition; the number of places if none does. */
    private static int first(RankPlace[] places, Predicate<RankPlace> condition) {
        int from = 0;
        int to = places.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (condition.test(places[middle])) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    private List<Assessment> alone(ScreeningSession session, Set<String> fresh, Progress progress) {
        Map<Group, List<Assessment>> judged = new HashMap<>();
        int all = fresh.size() * universe.cityIds().size();
        int done = 0;
        for (Batch batch : (Iterable<Batch>) session.batches(fresh::contains, city -> true)::iterator) {
            List<Assessment> assessments = batch.assess();
            assessments.forEach(one -> judged.computeIfAbsent(Group.of(one), group -> new ArrayList<>())
                    .add(one));
            done += assessments.size();
            progress.show(done, all);
        }
        List<Assessment> ranked = new ArrayList<>();
        judged.forEach((group, ofGroup) -> {
            RankPlace[] before = places.getOrDefault(group, new RankPlace[0]);
            ofGroup.sort(Comparator.comparing(RankPlace::of));
            RankPlace[] own = ofGroup.stream().map(RankPlace::of).toArray(RankPlace[]::new);
            for (int i = 0; i < own.length; i++) {
                RankKey key = own[i].key();
                int better = better(before, key) + better(own, key);
                int equal = notWorse(before, key) + notWorse(own, key) - better;
                ranked.add(ofGroup.get(i).ranked(better + 1, equal > 1));
            }
        });
        return ranked;
    }
}
