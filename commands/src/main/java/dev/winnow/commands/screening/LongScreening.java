package dev.winnow.commands.screening;

import dev.winnow.analysis.internal.lists.ParallelBatches;
import dev.winnow.analysis.internal.lists.Shortlist;
import dev.winnow.console.input.Candidates;
import dev.winnow.console.input.StatementDayNotes;
import dev.winnow.console.option.BackgroundTask;
import dev.winnow.console.terminal.Interruption;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.ProgressLine;
import dev.winnow.engine.AsOfPolicy;
import dev.winnow.engine.Batch;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Screening;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.universe.Universe.ProjectEntry;
import dev.winnow.report.json.ContractAdditions;
import dev.winnow.report.json.Fields;
import dev.winnow.report.json.ScreeningJson;
import dev.winnow.tables.Portions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Screens project tables that do not fit into memory, one portion at a time on all processors. The results equal those
 * of reading everything at once, except that only the best candidates have a rank, because the others are not kept.
 */
final class LongScreening implements AutoCloseable {

    private final RulePack pack;
    private final Screener screener;
    private final AsOfPolicy asOfPolicy;
    private final Portions portions;
    private final Candidates ground;
    /** Ids of the requested projects of the universe itself. */
    private final Set<String> asked;

    private final Notices notices;
    private final Interruption interruption = new Interruption();
    private final ParallelBatches list =
            new ParallelBatches(Runtime.getRuntime().availableProcessors());
    private final List<Problem> problems = new ArrayList<>();
    private final StatementDayNotes days;
    private final String digest;
    private final long all;
    private long judged;

    /**
     * @param ground the universe without the tables, with the request
     * @param own whether the tables contain own candidates, so that the universe's projects are not requested
     * @param past whether the universe is viewed as of another day than its own
     */
    LongScreening(
            ScreeningRequest request,
            Portions portions,
            Candidates ground,
            boolean own,
            boolean past,
            Notices notices) {
        this.pack = request.pack();
        this.screener = request.screener();
        this.asOfPolicy = request.asOfPolicy();
        this.portions = portions;
        this.ground = ground;
        this.notices = notices;
        this.days = new StatementDayNotes(portions.ground(), past);
        this.digest = portions.digest();
        this.asked = portions.ground().projects().stream()
                .filter(project -> !own || project.own() || ground.projects().contains(project.id()))
                .map(ProjectEntry::id)
                .collect(Collectors.toSet());
        this.all = (asked.size() + portions.open()) * ground.cities().size();
        problems.addAll(portions.ground().problems());
        notices.problems(problems);
        notices.notes(portions.ground().moves());
        notices.conflicts(portions.ground().conflicts());
    }

    private interface Judging {
        boolean judge(Portion portion);
    }

    /**
     * A portion that is ready to be judged.
     *
     * @param projects its table entries by project id
     */
    private record Portion(Universe universe, Map<String, Node> projects) {}

    private Portion portion(Map<String, Node> projects) {
        Universe universe = portions.of(projects.values());
        return new Portion(universe, projects);
    }

    private Stream<Batch> batches(Screener by, Universe universe, Predicate<String> projects) {
        return by.open(universe, asOfPolicy).batches(projects, ground.cities()::contains);
    }

    /** Judges the portions in order; the next one is read while one is judged. */
    private void judge(Judging judging) {
        Portionwise each = new Portionwise(judging);
        portions.read(each);
        each.finish();
    }

    private final class Portionwise implements Portions.Taker {

        private final Judging judging;
        private final Set<Problem> noted = new HashSet<>(portions.ground().conflicts());
        private @Nullable BackgroundTask<Portion> coming;

        Portionwise(Judging judging) {
            this.judging = judging;
        }

        @Override
        public boolean take(Map<String, Node> projects) {
            BackgroundTask<Portion> before = coming;
            coming = BackgroundTask.of(() -> portion(projects));
            return before == null || judge(before);
        }

        private boolean judge(BackgroundTask<Portion> read) {
            Portion portion = read.get();
            days.add(portion.universe);
            portion.universe.conflicts().stream()
                    .filter(conflict -> !noted.contains(conflict))
                    .forEach(notices::note);
            return judging.judge(portion);
        }

        void finish() {
            BackgroundTask<Portion> last = coming;
            if (last != null && !interruption.isAsked()) {
                judge(last);
            }
            notices.notes(days.notes());
        }

        @Override
        public void problem(Problem problem) {
            problems.add(problem);
            notices.problems(List.of(problem));
        }

        @Override
        public void note(Problem note) {
            notices.note(note);
        }
    }

    private <T> boolean judge(
            Stream<Batch> batches,
            Function<Batch, T> make,
            ParallelBatches.Receiver<T> receiver,
            ProgressLine progress) {
        return list.judge(
                batches,
                make,
                (made, candidates) -> {
                    receiver.receive(made, candidates);
                    judged += candidates;
                    progress.show(judged, all);
                },
                interruption::isAsked);
    }

    /** Returns the best candidates, ranked among all and judged again in full. */
    ScreeningResult best(int most) {
        Screener ranking = screener.withoutBaseCases();
        Shortlist shortlist = new Shortlist(most);
        List<Assessment> others = new ArrayList<>();
        Map<String, Node> kept = new HashMap<>();
        try (ProgressLine progress = notices.progress()) {
            boolean more = judge(
                    batches(ranking, portions.ground(), project -> true),
                    Batch::assess,
                    (found, candidates) -> {
                        for (Assessment one : found) {
                            if (asked.contains(one.project())) {
                                shortlist.add(one);
                            } else {
                                others.add(one);
                            }
                        }
                    },
                    progress);
            if (more) {
                judge(portion -> {
                    boolean on = judge(
                            batches(ranking, portion.universe, portion.projects::containsKey),
                            batch -> Shortlist.of(most, batch.assess()),
                            (found, candidates) -> shortlist.add(found),
                            progress);
                    kept.putAll(portion.projects);
                    kept.keySet().retainAll(projects(shortlist.best()));
                    return on;
                });
            }
        }

        return result(shortlist, others, portions.of(kept.values()));
    }

    private static Set<String> projects(List<Assessment> assessments) {
        return assessments.stream().map(Assessment::project).collect(Collectors.toSet());
    }

    /**
     * @param shortlist the best requested candidates: every candidate of the same city that is better than one of them
     *     is in it or in {@code others}
     * @param others candidates that were not requested but take part in the ranking
     */
    private ScreeningResult result(Shortlist shortlist, List<Assessment> others, Universe universe) {
        List<Assessment> best = shortlist.best();
        Set<String> shown = best.stream().map(LongScreening::ranking).collect(Collectors.toSet());
        List<Assessment> all = new ArrayList<>(best);
        others.stream().filter(one -> shown.contains(ranking(one))).forEach(all::add);
        all.sort(Screener.BEST_OF_ALL);
        int[] ranks = ranks(all);
        Map<String, Integer> sharing = new HashMap<>();
        for (int i = 0; i < ranks.length; i++) {
            sharing.merge(ranking(all.get(i)) + " " + ranks[i], 1, Integer::sum);
        }
        ScreeningSession session = screener.open(universe, asOfPolicy);
        List<Assessment> judged = new ArrayList<>();
        for (int i = 0; i < ranks.length; i++) {
            Assessment one = all.get(i);
            boolean tied =
                    sharing.getOrDefault(ranking(one) + " " + ranks[i], 0) > 1 || shortlist.isTiedWithOthers(one);
            judged.add(Objects.requireNonNull(session.assess(one.project(), one.city()))
                    .ranked(ranks[i], tied));
        }
        List<Assessment> ranked = session.screening(judged).assessments();
        Set<String> wanted = projects(best);
        List<Problem> found = stopped();
        return new ScreeningResult(
                session,
                screening(universe, ranked, found),
                screening(
                        universe,
                        ranked.stream()
                                .filter(one -> wanted.contains(one.project()))
                                .toList(),
                        found));
    }

    /**
     * Returns the rank of each assessment within its city and day; equal ones share a rank. The assessments are in
     * order.
     */
    private static int[] ranks(List<Assessment> inOrder) {
        int[] ranks = new int[inOrder.size()];
        Map<String, Integer> last = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < ranks.length; i++) {
            Assessment one = inOrder.get(i);
            int place = counts.merge(ranking(one), 1, Integer::sum);
            Integer before = last.put(ranking(one), i);
            ranks[i] = before != null && Screener.BEST_FIRST.compare(inOrder.get(before), one) == 0
                    ? ranks[before]
                    : place;
        }
        return ranks;
    }

    private static String ranking(Assessment one) {
        return one.city() + " " + one.asOf();
    }

    /** Writes selected fields of each candidate as soon as it is judged, in table order and without a rank. */
    void lines(Fields fields, OutputStream out) throws IOException {
        try (ProgressLine progress = notices.progress()) {
            Universe own = portions.ground();
            if (lines(own, asked::contains, fields, out, progress)) {
                judge(portion -> lines(portion.universe, portion.projects::containsKey, fields, out, progress));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (interruption.isAsked()) {
            stopped();
            ScreeningJson.writeStopped(judged, all, out);
        }
        out.flush();
    }

    private boolean lines(
            Universe universe, Predicate<String> projects, Fields fields, OutputStream out, ProgressLine progress) {
        Screener by = fields.has("base") ? screener : screener.withoutBaseCases();
        return judge(
                batches(by, universe, projects),
                batch -> lines(universe, fields, fields.explained(batch)),
                (lines, candidates) -> {
                    try {
                        out.write(lines);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                progress);
    }

    private byte[] lines(Universe universe, Fields fields, Stream<Explanation> found) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        try {
            new ScreeningJson(
                            screening(universe, List.of(), List.of()),
                            null,
                            ContractAdditions.NONE,
                            notices.wording(),
                            fields)
                    .writeLines(found, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines.toByteArray();
    }

    private Screening screening(Universe universe, List<Assessment> assessments, List<Problem> problems) {
        return new Screening(
                pack.edition(),
                new Screening.Edition(universe.name(), "", digest),
                universe.illustrative(),
                assessments,
                problems,
                universe.names());
    }

    /** Returns all problems, including an interruption. */
    private List<Problem> stopped() {
        if (interruption.isAsked()) {
            Problem stopped =
                    Problem.at(Place.file("screen"), "stopped early: %s of %s candidates were judged", judged, all);
            problems.add(stopped);
            notices.problems(List.of(stopped));
        }
        return problems;
    }

    @Override
    public void close() {
        list.close();
        interruption.close();
        portions.close();
    }
}
