package dev.winnow.portfolio.match;

import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Message;
import dev.winnow.portfolio.match.Placement.Certainty;
import dev.winnow.portfolio.match.Placement.Ends;
import dev.winnow.portfolio.match.Placement.Gains;
import dev.winnow.portfolio.match.Placement.Missed;
import dev.winnow.portfolio.match.Placement.Pair;
import dev.winnow.portfolio.match.Placement.Prospect;
import dev.winnow.portfolio.match.Placement.Room;
import dev.winnow.portfolio.match.Placement.Ruling;
import dev.winnow.portfolio.match.Placement.Wish;
import dev.winnow.portfolio.portfolio.Scenario;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.sentences.Editions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sentences about an assignment, in one language. */
public final class MatchSentences {

    /** Share of the relevant facts below which next to nothing is known about a pair. */
    private static final BigDecimal LITTLE = new BigDecimal("0.25");

    /** Maximum number of names in a list; the others are counted. */
    private static final int MOST_NAMED = 4;

    private final Placement placement;
    private final Wording wording;
    private final Map<String, String> projects = new HashMap<>();
    private final Map<String, String> cities = new HashMap<>();
    private final Map<List<String>, Pair> pairs = new HashMap<>();

    public MatchSentences(Placement placement, Wording wording) {
        this.placement = placement;
        this.wording = wording;
        placement.projects().forEach(one -> projects.put(one.project(), wording.name(one.projectName())));
        placement.cities().forEach(one -> cities.put(one.city(), wording.name(one.cityName())));
        placement.pairs().forEach(one -> pairs.put(List.of(one.project(), one.city()), one));
    }

    public String project(String id) {
        return projects.getOrDefault(id, id);
    }

    public String city(String id) {
        return cities.getOrDefault(id, id);
    }

    /** Returns whether both sides give ranked lists, so that gains are not points. */
    public boolean isRanked() {
        return placement.plan().given() != null && placement.plan().given().ranked();
    }

    /** Returns a gain: a score, or a place in a list. */
    public String gain(long millionths) {
        return isRanked() ? String.valueOf(-millionths) : Numbers.score(BigDecimal.valueOf(millionths, 6));
    }

    /** Returns what a project and a city gain from each other by the main reading. */
    public Gains gains(String project, String city) {
        Pair pair = Objects.requireNonNull(pairs.get(List.of(project, city)), "a pair that was judged");
        return Objects.requireNonNull(pair.gains().get(placement.main()), "gains by the main reading");
    }

    /** Returns the heading of the city's gain. */
    public String cityGains() {
        return isRanked() ? wording.sentence("city’s choice") : wording.sentence("city gains");
    }

    /** Returns the heading of the project's gain. */
    public String projectGains() {
        return isRanked() ? wording.sentence("project’s choice") : wording.sentence("project gains");
    }

    /** Returns the name of the plan. */
    public String name() {
        String title = placement.plan().title();
        return title == null ? wording.sentence("Assignment of projects to cities") : title;
    }

    /** Returns the title line. */
    public String title() {
        String title = name();
        return placement.universe() == null || placement.pack() == null
                ? title
                : wording.sentence(
                        "%s: universe %s, pack %s",
                        title,
                        Editions.universe(placement.universe(), placement.names(), wording)
                                .name(),
                        Editions.pack(placement.pack(), placement.names(), wording)
                                .name());
    }

    /** Returns the line on the participating projects and cities. */
    public String asked() {
        int room = placement.cities().stream().mapToInt(Room::capacity).sum();
        return wording.sentence(
                "%s, %s with room for %s.",
                projects(placement.projects().size()),
                placement.cities().size() == 1
                        ? wording.sentence("1 city")
                        : wording.sentence("%s cities", placement.cities().size()),
                Numbers.grouped(room));
    }

    private String projects(int many) {
        return many == 1 ? wording.sentence("1 project") : wording.sentence("%s projects", Numbers.grouped(many));
    }

    /** Returns how a reading treats unknown facts. */
    public String reading(Scenario reading) {
        return switch (reading) {
            case CERTAIN -> wording.sentence("by certain points");
            case BASE -> wording.sentence("by the base case");
            case POSSIBLE -> wording.sentence("by possible points");
        };
    }

    /** Returns the sentence on the whole assignment. */
    public String headline() {
        String placed = wording.sentence(
                hasTies() ? "%s of %s placed, equals taken by id" : "%s of %s placed",
                placement.best().bestForProjects().size(),
                placement.projects().size());
        String whose = placement.best().isOnly()
                ? wording.sentence("The only stable assignment")
                : wording.sentence("The stable assignment that is the best for every project");
        return placement.ends().size() == 1
                ? wording.sentence("%s: %s", whose, placed)
                : wording.sentence("%s %s: %s", whose, reading(placement.main()), placed);
    }

    /** Returns a city and the number of its places taken. */
    public String room(Room room, int held) {
        return wording.sentence("%s, %s of %s", city(room.city()), held, room.capacity());
    }

    /** Returns the projects assigned to a city, the most valuable first. */
    public List<String> held(String city) {
        return placement.best().bestForProjects().entrySet().stream()
                .filter(one -> one.getValue().equals(city))
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing((String one) -> gains(one, city).city())
                        .thenComparing(one -> gains(one, city).project())
                        .reversed()
                        .thenComparing(one -> one))
                .toList();
    }

    /** Returns the unassigned projects. */
    public List<String> nowhere() {
        return placement.projects().stream()
                .map(one -> one.project())
                .filter(one -> !placement.best().bestForProjects().containsKey(one))
                .map(this::project)
                .toList();
    }

    private Prospect prospect(String project) {
        return placement.prospects().stream()
                .filter(one -> one.project().equals(project))
                .findFirst()
                .orElseThrow();
    }

    /** Returns whether a choice between equals put a project into its city. */
    public boolean isTied(String project, String city) {
        return Objects.requireNonNull(pairs.get(List.of(project, city))).tied();
    }

    /** Returns whether a choice between equals put any project into its city. */
    public boolean hasTies() {
        return placement.pairs().stream().anyMatch(Pair::tied);
    }

    /** Returns how sure the assignment of a project to a city is. */
    public String sure(String project, String city) {
        if (prospect(project).certainty() == Certainty.SETTLED) {
            return wording.sentence("certain");
        }
        Pair pair = Objects.requireNonNull(pairs.get(List.of(project, city)));
        return placement.draws() == 0 ? wording.sentence("open") : share(pair.drawn());
    }

    /** Returns the ruling on a project in a city; null if no rules judged it. */
    @Nullable
    public Ruling ruling(String project, String city) {
        return Objects.requireNonNull(pairs.get(List.of(project, city))).ruling();
    }

    /** Returns the verdict by the reading that assigned the project; empty if no rules judged it. */
    public String verdict(String project, String city) {
        Ruling ruling = ruling(project, city);
        if (ruling == null) {
            return "";
        }
        Verdict base = placement.main() == Scenario.BASE ? ruling.base() : null;
        return wording.say("verdict." + (base == null ? ruling.verdict() : base));
    }

    /** Returns the share of relevant facts known about a project in a city, and a remark if it is next to nothing. */
    public String known(String project, String city) {
        Ruling ruling = ruling(project, city);
        if (ruling == null) {
            return "";
        }
        String known = Numbers.percent(ruling.known(), wording);
        return ruling.known().compareTo(LITTLE) < 0 ? wording.sentence("%s only", known) : known;
    }

    private String share(int times) {
        return Numbers.share(times, placement.draws(), wording);
    }

    /** Returns the assignment that is best for cities, if it differs. */
    @Nullable
    public String forCities() {
        return placement.best().isOnly()
                ? null
                : wording.sentence(
                        "The best for every city: %s.",
                        moved(
                                placement.best().bestForProjects(),
                                placement.best().bestForCities()));
    }

    /** Returns how other readings change the assignment. */
    public List<String> beside() {
        List<String> lines = new ArrayList<>();
        for (Scenario reading : Scenario.values()) {
            Ends ends = placement.ends().get(reading);
            if (ends != null && reading != placement.main()) {
                lines.add(wording.sentence(
                        "Judged %s: %s.",
                        reading(reading),
                        ends.bestForProjects().isEmpty()
                                ? wording.sentence("no project anywhere")
                                : moved(placement.best().bestForProjects(), ends.bestForProjects())));
            }
        }
        return lines;
    }

    /** Returns the projects that another assignment puts elsewhere, and where. */
    private String moved(Map<String, String> here, Map<String, String> there) {
        List<String> moves = new ArrayList<>();
        for (Placement.Applicant one : placement.projects()) {
            String from = here.get(one.project());
            String to = there.get(one.project());
            if (!Objects.equals(from, to)) {
                String name = project(one.project());
                moves.add(
                        to == null
                                ? wording.sentence("%s nowhere, not in %s", name, city(Objects.requireNonNull(from)))
                                : from == null
                                        ? wording.sentence("%s in %s, not nowhere", name, city(to))
                                        : wording.sentence("%s in %s, not in %s", name, city(to), city(from)));
            }
        }
        return moves.isEmpty() ? wording.sentence("the same") : String.join(wording.sentence("; "), moves);
    }

    /** Returns the wishes of each project, its first choice first. */
    public List<List<Wish>> wishes() {
        Map<String, List<Wish>> byProject = new LinkedHashMap<>();
        placement
                .wishes()
                .forEach(one -> byProject
                        .computeIfAbsent(one.project(), unused -> new ArrayList<>())
                        .add(one));
        return List.copyOf(byProject.values());
    }

    /**
     * Returns a project's wish for another city, and why it cannot be met: the first choice in full, further ones in
     * short.
     */
    public String wish(List<Wish> ofProject) {
        Wish wish = ofProject.get(0);
        String told = wording.sentence(wish.tied() ? "%s; %s: tied." : "%s; %s.", wants(wish), refusal(wish));
        List<String> others = ofProject.stream()
                .skip(1)
                .map(one -> city(one.rather()))
                .limit(MOST_NAMED)
                .toList();
        int more = ofProject.size() - 1 - others.size();
        return others.isEmpty()
                ? told
                : more == 0
                        ? wording.sentence("%s Likewise %s.", told, wording.list(others))
                        : wording.sentence("%s Likewise %s and %s more.", told, wording.list(others), more);
    }

    private String wants(Wish wish) {
        String name = project(wish.project());
        String rather = city(wish.rather());
        String gain = gain(gains(wish.project(), wish.rather()).project());
        String at = wish.at();
        if (at == null) {
            return isRanked()
                    ? wording.sentence("%s would go to %s, its choice %s", name, rather, gain)
                    : wording.sentence("%s would gain %s in %s", name, gain, rather);
        }
        String here = gain(gains(wish.project(), at).project());
        return isRanked()
                ? wording.sentence(
                        "%s would rather be in %s, its choice %s, than in %s, its choice %s",
                        name, rather, gain, city(at), here)
                : wording.sentence("%s would gain %s in %s, not %s as in %s", name, gain, rather, here, city(at));
    }

    private String refusal(Wish wish) {
        String rather = city(wish.rather());
        if (wish.instead().isEmpty()) {
            return wording.sentence("but %s takes none", rather);
        }
        String gain = gain(gains(wish.project(), wish.rather()).city());
        return isRanked()
                ? wording.sentence("but %s, whose choice %s it is, is full with %s", rather, gain, instead(wish))
                : wording.sentence("but %s gains %s of it, and is full with %s", rather, gain, instead(wish));
    }

    /** Returns the projects that fill a city; always including the one that the city would give up first. */
    private String instead(Wish wish) {
        List<String> names = new ArrayList<>();
        for (String one : wish.instead().stream().limit(MOST_NAMED).toList()) {
            names.add(wording.sentence(
                    "%s (%s)", project(one), gain(gains(one, wish.rather()).city())));
        }
        int more = wish.instead().size() - names.size();
        if (more > 0) {
            names.add(wording.sentence("%s more", more));
        }
        return wording.list(names);
    }

    /** Returns a city's wish for other projects, and why it cannot be met. */
    public String missed(List<Missed> ofCity) {
        List<String> names = ofCity.stream()
                .limit(MOST_NAMED)
                .map(one -> wording.sentence("%s (in %s)", project(one.project()), city(one.at())))
                .collect(Collectors.toCollection(ArrayList::new));
        if (ofCity.size() > MOST_NAMED) {
            names.add(wording.sentence("%s more", ofCity.size() - MOST_NAMED));
        }
        return isRanked()
                ? wording.sentence(
                        "%s would rather have %s; each prefers where it is.",
                        city(ofCity.get(0).city()), wording.list(names))
                : wording.sentence(
                        "%s would gain more from %s; each gains more where it is.",
                        city(ofCity.get(0).city()), wording.list(names));
    }

    /** Returns the places that are the same in every stable assignment. */
    public List<String> settled() {
        List<String> settled = new ArrayList<>();
        List<String> nowhere = new ArrayList<>();
        for (Prospect one : placement.prospects()) {
            if (one.certainty() == Certainty.SETTLED) {
                settled.add(wording.sentence(
                        "%s goes to %s",
                        project(one.project()), city(one.cities().get(0))));
            } else if (one.certainty() == Certainty.NOWHERE) {
                nowhere.add(project(one.project()));
            }
        }
        List<String> lines = new ArrayList<>();
        if (!settled.isEmpty()) {
            lines.add(wording.sentence("In every one: %s.", String.join(wording.sentence("; "), settled)));
        }
        if (!nowhere.isEmpty()) {
            lines.add(wording.sentence("Nowhere in any: %s.", wording.list(nowhere)));
        }
        return lines;
    }

    /** Returns the possible places of the other projects. */
    public List<String> open() {
        return placement.prospects().stream()
                .filter(one -> one.certainty() == Certainty.OPEN)
                .map(this::open)
                .toList();
    }

    /** Returns the possible places of a project, the most frequently drawn first. */
    private String open(Prospect one) {
        List<Pair> may = new ArrayList<>();
        for (String city : one.cities()) {
            may.add(Objects.requireNonNull(pairs.get(List.of(one.project(), city))));
        }
        may.sort(Comparator.comparing(Pair::drawn).reversed());
        List<String> places = new ArrayList<>();
        for (Pair pair : may.stream().limit(MOST_NAMED).toList()) {
            places.add(
                    placement.draws() == 0
                            ? city(pair.city())
                            : wording.sentence("%s %s", city(pair.city()), share(pair.drawn())));
        }
        if (may.size() > places.size()) {
            places.add(wording.sentence("%s more", may.size() - places.size()));
        }
        int nowhere = placement.draws() - may.stream().mapToInt(Pair::drawn).sum();
        if (!one.somewhere()) {
            places.add(
                    placement.draws() == 0
                            ? wording.sentence("nowhere")
                            : wording.sentence("nowhere %s", share(nowhere)));
        }
        return wording.sentence("Open: %s: %s.", project(one.project()), wording.list(places));
    }

    /** Returns the heading of the prospects. */
    public String prospectHeading() {
        boolean known = placement.ends().size() == 1;
        return known
                ? wording.sentence("In all stable assignments")
                : placement.draws() == 0
                        ? wording.sentence("In all stable assignments, for any values of unknown facts")
                        : wording.sentence(
                                "In all stable assignments, for any values of unknown facts; open ones in %s draws",
                                Numbers.grouped(placement.draws()));
    }

    /** Returns the pairs that cannot be matched, by reason. */
    public List<String> barred() {
        Map<String, Map<String, TreeSet<String>>> byReason = new LinkedHashMap<>();
        Map<String, Integer> judged = new HashMap<>();
        for (Pair pair : placement.pairs()) {
            judged.merge(pair.project(), 1, Integer::sum);
            Message why = pair.barred().get(placement.main());
            if (why != null) {
                byReason.computeIfAbsent(wording.say(why), unused -> new LinkedHashMap<>())
                        .computeIfAbsent(pair.project(), unused -> new TreeSet<>())
                        .add(pair.city());
            }
        }
        List<String> lines = new ArrayList<>();
        byReason.forEach((why, those) -> {
            List<String> names = new ArrayList<>();
            those.forEach((project, in) -> names.add(
                    in.size() == judged.getOrDefault(project, 0)
                            ? project(project)
                            : wording.sentence(
                                    "%s (%s)",
                                    project(project),
                                    wording.list(in.stream().map(this::city).toList()))));
            lines.add(wording.sentence("Since %s: %s.", why, String.join(wording.sentence("; "), names)));
        });
        return lines;
    }

    /** Returns the closing lines on the method. */
    public List<String> foot() {
        String found = wording.sentence(
                "Stable: no project and city would both rather have each other. Found by deferred acceptance (Gale and"
                        + " Shapley 1962).");
        return placement.pack() == null
                ? List.of(found)
                : List.of(
                        found,
                        wording.sentence(
                                "Each project is scored as if no other had landed; the weights are the modeller’s."
                                        + " Equal scores fall by the other side’s, then by id."));
    }
}
