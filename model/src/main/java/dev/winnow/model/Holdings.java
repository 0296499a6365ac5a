package dev.winnow.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a city held on a day, derived from landed projects and plain statements. Of both, the latest decides; a project
 * that starts on the day of a statement is held. Thread-safe.
 */
final class Holdings {

    private static final String NOBODY = "";

    private final Account account;
    private final String city;
    private final LocalDate day;
    private final boolean hindsight;
    private final Map<String, List<Holder>> holders = new HashMap<>();
    private final Set<String> present = new TreeSet<>();
    private final Map<String, Held> byExcluded = new ConcurrentHashMap<>();

    Holdings(Account account, String city, LocalDate day, boolean hindsight) {
        this.account = account;
        this.city = city;
        this.day = day;
        this.hindsight = hindsight;
        for (ToldProject project : account.landed().getOrDefault(city, List.of())) {
            for (String link : project.links(city, day, hindsight)) {
                Holder holder = new Holder(project.id(), project.name(), Objects.requireNonNull(project.start()));
                holders.computeIfAbsent(link, any -> new ArrayList<>()).add(holder);
                present.add(project.id());
            }
        }
    }

    /** A project that holds a link from the day of its start. */
    private record Holder(String id, String name, LocalDate start) {}

    /** All that is held, with one project left out or none. */
    private record Held(List<Presence> presences, List<Coverage> coverages) {}

    /** A presence with the latest day that bears on it. */
    private record Hold(Presence presence, LocalDate latest) {}

    List<Presence> presences(@Nullable String except) {
        return held(except).presences;
    }

    List<Coverage> coverages(@Nullable String except) {
        return held(except).coverages;
    }

    private Held held(@Nullable String except) {
        String excluded = except != null && present.contains(except) ? except : NOBODY;
        return byExcluded.computeIfAbsent(excluded, this::derive);
    }

    private Held derive(String excluded) {
        List<Hold> holds =
                account.chains().links().stream().map(link -> hold(link, excluded)).toList();
        Map<ToldCity.Stage, List<Hold>> byStage = new HashMap<>();
        for (Hold hold : holds) {
            ToldCity.Stage stage = new ToldCity.Stage(hold.presence.chain(), hold.presence.stage());
            byStage.computeIfAbsent(stage, any -> new ArrayList<>()).add(hold);
        }
        List<Coverage> coverages = account.chains().stages().stream()
                .map(stage -> coverage(stage, byStage.getOrDefault(stage, List.of())))
                .toList();
        return new Held(holds.stream().map(Hold::presence).toList(), coverages);
    }

    private Hold hold(ChainLink link, String excluded) {
        ToldCity told = account.cities().get(city);
        List<Statement> said = told == null ? List.of() : told.links().getOrDefault(link.id(), List.of());
        Settled settled = Settled.latest(said, this::counts);
        LocalDate denied = Settled.byDay(said.stream().filter(this::counts).toList()).stream()
                .filter(one -> Boolean.FALSE.equals(one.value()))
                .map(one -> orEver(one.asOf()))
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
        // Who started before the city was last said to lack the link no longer holds it.
        List<Holder> standing = holders.getOrDefault(link.id(), List.of()).stream()
                .filter(holder -> !holder.id.equals(excluded) && !holder.start.isBefore(denied))
                .toList();
        LocalDate stated = settled == null ? LocalDate.MIN : orEver(settled.asOf());
        List<LocalDate> starts = standing.stream()
                .map(Holder::start)
                .filter(start -> !start.isBefore(stated))
                .sorted()
                .toList();
        if (!starts.isEmpty()) {
            Presence presence = presence(link, true, starts.get(0), standing, null);
            return new Hold(presence, starts.get(starts.size() - 1));
        }
        Object value = settled == null ? null : settled.value();
        if (settled == null || value == null) {
            return new Hold(presence(link, null, null, List.of(), null), LocalDate.MIN);
        }
        boolean held = Boolean.TRUE.equals(value);
        Presence presence = presence(
                link, held, settled.asOf(), held ? standing : List.of(), settled.first().evidence());
        return new Hold(presence, stated);
    }

    private Presence presence(
            ChainLink link,
            @Nullable Boolean held,
            @Nullable LocalDate since,
            List<Holder> by,
            @Nullable Evidence evidence) {
        List<String> names = by.stream().map(Holder::name).distinct().sorted().toList();
        return new Presence(city, link.chain(), link.id(), link.stage(), held, since, names, evidence);
    }

    private Coverage coverage(ToldCity.Stage stage, List<Hold> links) {
        ToldCity told = account.cities().get(city);
        List<Statement> said = told == null ? List.of() : told.stages().getOrDefault(stage, List.of());
        Settled settled = Settled.latest(said, this::counts);
        List<Hold> held = links.stream()
                .filter(hold -> Boolean.TRUE.equals(hold.presence.held()))
                .toList();
        if (settled != null && Boolean.FALSE.equals(settled.value())) {
            // A stage said to be missing stays so, unless a link of it is held as late as that.
            LocalDate denied = orEver(settled.asOf());
            held = held.stream().filter(hold -> !hold.latest.isBefore(denied)).toList();
        }
        if (!held.isEmpty()) {
            return coverage(stage, true, earliest(held), null);
        }
        if (settled != null) {
            Object value = settled.value();
            return value == null
                    ? coverage(stage, null, null, null)
                    : coverage(stage, (Boolean) value, settled.asOf(), settled.first().evidence());
        }
        boolean none = !links.isEmpty()
                && links.stream().allMatch(hold -> Boolean.FALSE.equals(hold.presence.held()));
        return none ? coverage(stage, false, latest(links), null) : coverage(stage, null, null, null);
    }

    private Coverage coverage(
            ToldCity.Stage stage, @Nullable Boolean held, @Nullable LocalDate since, @Nullable Evidence evidence) {
        return new Coverage(city, stage.chain(), stage.stage(), held, since, evidence);
    }

    private static @Nullable LocalDate earliest(List<Hold> holds) {
        return holds.stream().anyMatch(hold -> hold.presence.since() == null)
                ? null
                : since(holds).min(Comparator.naturalOrder()).orElse(null);
    }

    private static @Nullable LocalDate latest(List<Hold> holds) {
        return since(holds).max(Comparator.naturalOrder()).orElse(null);
    }

    private static Stream<LocalDate> since(List<Hold> holds) {
        return holds.stream().map(hold -> hold.presence.since()).filter(Objects::nonNull);
    }

    private boolean counts(Statement statement) {
        return statement.counts(day, hindsight);
    }

    private static LocalDate orEver(@Nullable LocalDate day) {
        return day == null ? LocalDate.MIN : day;
    }
}
