package dev.winnow.engine.oracle;

import dev.winnow.model.domain.City;
import dev.winnow.model.domain.District;
import dev.winnow.model.domain.Project;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.universe.Facts;
import dev.winnow.model.universe.Universe;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The oracle's judgement of a project in a city on a day.
 *
 * @param project the project's id
 * @param city the city's id
 * @param day the day
 * @param placed whether it already has a district of the city, so that none is suggested
 * @param board its points
 */
record Judged(String project, String city, LocalDate day, boolean placed, Scoreboard board) {

    /** Judgements as of the universe's own date, with hindsight. */
    static List<Judged> today(PlainPack pack, Universe universe) {
        return on(pack, universe.asOf(universe.asOf(), true));
    }

    /** Judgements as of a day, without hindsight. */
    static List<Judged> on(PlainPack pack, Universe universe, LocalDate day) {
        return on(pack, universe.asOf(day, false));
    }

    /** Judgements of each project as of the day of its decision, or the universe's date if it has none. */
    static List<Judged> atDecisions(PlainPack pack, Universe universe) {
        Map<LocalDate, List<Judged>> days = new HashMap<>();
        List<Judged> all = new ArrayList<>();
        for (Project project : universe.asOf(universe.asOf(), false).projects()) {
            LocalDate day = project.decided() == null ? universe.asOf() : project.decided();
            days.computeIfAbsent(day, any -> on(pack, universe, day)).stream()
                    .filter(one -> one.project.equals(project.id()))
                    .forEach(all::add);
        }
        return all;
    }

    private static List<Judged> on(PlainPack pack, Facts facts) {
        List<Judged> all = new ArrayList<>();
        for (City city : facts.cities()) {
            Scene.all(facts, city, pack)
                    .forEach((project, scene) -> all.add(new Judged(
                            project,
                            city.id(),
                            facts.asOf(),
                            placed(facts, project, city.id()),
                            new Scoreboard(pack, Oracle.judge(pack, scene)))));
        }
        return all;
    }

    private static boolean placed(Facts facts, String id, String city) {
        Project project = facts.projects().stream()
                .filter(one -> one.id().equals(id))
                .findAny()
                .orElseThrow();
        String known = project.declared().text("district");
        return city.equals(project.city())
                || (known != null
                        && facts.rows(city).stream()
                                .anyMatch(row -> row instanceof District district && known.equals(district.name())));
    }

    /** Its rank among all judgements for the same city and day; ties share a rank. */
    int rank(List<Judged> all) {
        Comparator<Judged> order = Comparator.comparing((Judged one) -> one.board.verdict())
                .thenComparing(one -> !one.board.possible().contains(Verdict.RECOMMEND))
                .thenComparing(high(one -> one.board.score().low().floor()))
                .thenComparing(high(one -> one.board.otherLow().floor()))
                .thenComparing(high(one -> one.board.known()));
        return 1
                + (int) all.stream()
                        .filter(one -> one.city.equals(city) && one.day.equals(day) && order.compare(one, this) < 0)
                        .count();
    }

    private static <T extends Comparable<T>> Comparator<Judged> high(Function<Judged, T> key) {
        return Comparator.comparing(key).reversed();
    }

    static Judged get(List<Judged> all, String project, String city) {
        return Objects.requireNonNull(find(all, project, city));
    }

    static @Nullable Judged find(List<Judged> all, String project, String city) {
        return all.stream()
                .filter(one -> one.project.equals(project) && one.city.equals(city))
                .findAny()
                .orElse(null);
    }
}
