package dev.winnow.report.html;

import dev.winnow.analysis.placement.Placement;
import dev.winnow.analysis.placement.Placement.Applicant;
import dev.winnow.analysis.placement.Placement.Certainty;
import dev.winnow.analysis.placement.Placement.Missed;
import dev.winnow.analysis.placement.Placement.Pair;
import dev.winnow.analysis.placement.Placement.Prospect;
import dev.winnow.analysis.placement.Placement.Room;
import dev.winnow.report.i18n.PlacementWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who goes where, prepared for its template.
 *
 * @param shell what is around it
 * @param placement who goes where
 * @param said what is said of it
 * @param hasChains whether the chains are shown
 */
record PlacementPage(PageShell shell, Placement placement, PlacementWords said, boolean hasChains) {

    /** The most rows and columns of a table that everybody can take in. */
    private static final int MOST_PROJECTS = 60;

    private static final int MOST_CITIES = 16;

    /** The most lines of a list. */
    private static final int MOST_LINES = 60;

    String sentence(String english, Object... values) {
        return shell.words().sentence(english, values);
    }

    /** The cities that get somebody. */
    List<Room> filled() {
        return placement.cities().stream()
                .filter(room -> !said.held(room.city()).isEmpty())
                .toList();
    }

    /** The names of the cities that get nobody. */
    List<String> empty() {
        return placement.cities().stream()
                .filter(room -> said.held(room.city()).isEmpty())
                .map(room -> said.city(room.city()))
                .toList();
    }

    /** How much of a bar a gain fills, in percent; null where there are no points. */
    @Nullable
    String width(long gain) {
        return said.isRanked() ? null : String.valueOf(Math.max(0, Math.min(100, Math.round(gain / 1e6))));
    }

    /** What is said of other readings, and of what is the best for the cities. */
    List<String> beside() {
        List<String> lines = new ArrayList<>();
        String forCities = said.forCities();
        if (forCities != null) {
            lines.add(forCities);
        }
        lines.addAll(said.beside());
        return lines;
    }

    /** Whether there is a table of how sure each place is. */
    boolean hasTable() {
        return placement.cities().size() <= MOST_CITIES;
    }

    /** The projects that it tells of: those that may go somewhere. */
    List<Prospect> rows() {
        return placement.prospects().stream()
                .filter(one -> one.certainty() != Certainty.NOWHERE)
                .limit(MOST_PROJECTS)
                .toList();
    }

    /** How many it leaves out. */
    int others() {
        long all = placement.prospects().stream()
                .filter(one -> one.certainty() != Certainty.NOWHERE)
                .count();
        return (int) Math.max(0, all - MOST_PROJECTS);
    }

    /** The pairs of a project, by city. */
    Map<String, Pair> pairs(String project) {
        Map<String, Pair> pairs = new HashMap<>();
        placement.pairs().stream()
                .filter(one -> one.project().equals(project))
                .forEach(one -> pairs.put(one.city(), one));
        return pairs;
    }

    /** How likely a place is; empty if it is none. */
    String likely(Prospect prospect, @Nullable Pair pair) {
        return pair == null || !pair.mayBe() ? "" : said.sure(prospect.project(), pair.city());
    }

    /** How warm a cell is, in percent. */
    String warmth(Prospect prospect, @Nullable Pair pair) {
        if (pair == null || !pair.mayBe()) {
            return "0";
        }
        return prospect.certainty() == Certainty.SETTLED
                ? "40"
                : String.valueOf(placement.draws() == 0 ? 10 : Math.round(36.0 * pair.drawn() / placement.draws()));
    }

    /** Whether a project is in a city in the assignment that is told. */
    boolean isAt(Prospect prospect, String city) {
        return city.equals(placement.best().bestForProjects().get(prospect.project()));
    }

    /** Who would rather be elsewhere. */
    List<String> wishes() {
        return limited(said.wishes().stream().map(said::wish).toList());
    }

    /** Whom cities would rather have. */
    List<String> missed() {
        Map<String, List<Missed>> byCity = new LinkedHashMap<>();
        placement
                .missed()
                .forEach(one -> byCity.computeIfAbsent(one.city(), unused -> new ArrayList<>())
                        .add(one));
        return limited(byCity.values().stream().map(said::missed).toList());
    }

    private List<String> limited(List<String> lines) {
        if (lines.size() <= MOST_LINES) {
            return lines;
        }
        List<String> few = new ArrayList<>(lines.subList(0, MOST_LINES));
        few.add(shell.words().sentence("%s more in the JSON form", lines.size() - MOST_LINES));
        return few;
    }

    /** The names of projects that are nowhere in any stable assignment. */
    List<String> nowhere() {
        Map<String, Certainty> certain = new HashMap<>();
        placement.prospects().forEach(one -> certain.put(one.project(), one.certainty()));
        return placement.projects().stream()
                .map(Applicant::project)
                .filter(one -> certain.get(one) == Certainty.NOWHERE)
                .map(said::project)
                .toList();
    }
}
