package dev.winnow.model.internal.history;

import dev.winnow.model.domain.ChainLink;
import dev.winnow.model.domain.Presence;
import dev.winnow.model.value.Evidence;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The status of a chain link in a city on a day: the statements about it and the projects that hold it.
 *
 * @param settled the result of the latest statements; null if there are none
 * @param holders the projects that hold it, by start, then name; projects that started before the latest statement that
 *     the city lacks the link are left out
 */
public record LinkStatus(
        String city, ChainLink link, @Nullable Settled settled, List<Holder> holders) {

    /**
     * A project that holds a link from a day on. A project that was decided earlier than built is listed once for each.
     *
     * @param stated whether its links are stated and it is not over; if they are unknown, it may hold any
     * @param built whether it is known to be built; if it is only decided, it may hold the link
     * @param evidence the statement of its links
     */
    public record Holder(String id, String name, LocalDate start, boolean stated, boolean built, Evidence evidence) {

        boolean sure() {
            return stated && built;
        }
    }

    /**
     * A presence with the latest days that affect it.
     *
     * @param latest the day of the statement, or the start of the last project; {@link LocalDate#MIN} for none
     * @param perhaps the start of the last project that may hold it; {@link LocalDate#MIN} for none
     * @param decided whether a project was decided that holds it once it is built
     */
    public record Hold(Presence presence, LocalDate latest, LocalDate perhaps, boolean decided) {

        /** Returns the same status with an assumed value for whether the link is held. */
        public Hold held(boolean held) {
            Presence assumed = new Presence(
                    presence.city(),
                    presence.chain(),
                    presence.link(),
                    presence.stage(),
                    held,
                    null,
                    presence.holders(),
                    presence.evidence());
            return new Hold(assumed, latest, perhaps, decided);
        }
    }

    public static LinkStatus of(
            String city,
            ChainLink link,
            List<Statement> statements,
            Predicate<Statement> counts,
            List<Holder> started) {
        LocalDate denied = Settled.byDay(statements.stream().filter(counts).toList()).stream()
                .filter(settled -> Boolean.FALSE.equals(settled.value()))
                .map(settled -> orEver(settled.asOf()))
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
        List<Holder> holders = started.stream()
                .filter(holder -> !holder.start.isBefore(denied))
                .sorted(Comparator.comparing(Holder::start).thenComparing(Holder::name))
                .toList();
        return new LinkStatus(city, link, Settled.latest(statements, counts), holders);
    }

    /** Returns whether the city holds the link when one project is left out; null leaves out none. */
    public Hold without(@Nullable String project) {
        List<Holder> rest = holders.stream()
                .filter(holder -> holder.sure() && !holder.id.equals(project))
                .toList();
        LocalDate stated = settled == null ? LocalDate.MIN : orEver(settled.asOf());
        // A project that may hold the link and started later makes it uncertain since when the link is held, or whether
        // it is missing.
        LocalDate maybe = holders.stream()
                .filter(holder -> !holder.sure() && !holder.id.equals(project) && !holder.start.isBefore(stated))
                .map(Holder::start)
                .findFirst()
                .orElse(LocalDate.MAX);
        LocalDate perhaps = holders.stream()
                .filter(holder -> !holder.sure() && !holder.id.equals(project))
                .map(Holder::start)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
        boolean decided =
                holders.stream().anyMatch(holder -> holder.stated && !holder.built && !holder.id.equals(project));
        // The latest of statement and projects decides; on the same day the project does.
        Holder decisive = rest.stream()
                .filter(holder -> !holder.start.isBefore(stated))
                .findFirst()
                .orElse(null);
        if (decisive != null) {
            LocalDate last = rest.get(rest.size() - 1).start;
            LocalDate since = maybe.isBefore(decisive.start) ? null : decisive.start;
            return new Hold(presence(true, since, rest, decisive.evidence), last, perhaps, decided);
        }
        Object value = settled == null ? null : settled.value();
        if (settled == null || value == null || (Boolean.FALSE.equals(value) && maybe.isBefore(LocalDate.MAX))) {
            return new Hold(presence(null, null, List.of(), null), LocalDate.MIN, perhaps, decided);
        }
        boolean held = Boolean.TRUE.equals(value);
        List<Holder> by = held ? rest : List.of();
        LocalDate since = maybe.isBefore(LocalDate.MAX) ? null : settled.asOf();
        return new Hold(presence(held, since, by, settled.evidence()), stated, perhaps, decided);
    }

    private Presence presence(
            @Nullable Boolean held, @Nullable LocalDate since, List<Holder> by, @Nullable Evidence evidence) {
        List<String> names = by.stream().map(Holder::name).distinct().sorted().toList();
        return new Presence(city, link.chain(), link.id(), link.stage(), held, since, names, evidence);
    }

    public static LocalDate orEver(@Nullable LocalDate day) {
        return Objects.requireNonNullElse(day, LocalDate.MIN);
    }
}
