package dev.winnow.workbench.internal.edit;

import dev.winnow.model.internal.assumption.Assumption;
import dev.winnow.model.internal.assumption.Assumptions;
import dev.winnow.model.internal.assumption.Filling;
import dev.winnow.model.source.Change;
import dev.winnow.model.source.Message;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The differences between the assumptions of two editions of a pack or a universe. They affect base cases only. */
public final class AssumptionChanges {

    /** Identifies an assumption within one file. */
    private record Key(
            String fact,
            Map<String, String> where,
            String whole,
            @Nullable LocalDate from) {

        static Key of(Assumption one) {
            String whole = one.filling() instanceof Filling.ShareOf share ? share.of() : "";
            return new Key(one.fact(), one.where(), whole, one.from());
        }
    }

    private final Map<Key, Assumption> before;
    private final Map<Key, Assumption> after;

    private AssumptionChanges(Assumptions old, Assumptions recent) {
        this.before = byKey(old);
        this.after = byKey(recent);
    }

    private static Map<Key, Assumption> byKey(Assumptions all) {
        Map<Key, Assumption> byKey = new LinkedHashMap<>();
        all.list().forEach(one -> byKey.putIfAbsent(Key.of(one), one));
        return byKey;
    }

    /**
     * {@return the assumptions that changed, were removed or were added, and the facts whose assumptions changed their
     * order}
     */
    public static List<Change> between(Assumptions old, Assumptions recent) {
        return new AssumptionChanges(old, recent).changes();
    }

    private List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        Set<Key> keys = new LinkedHashSet<>(after.keySet());
        keys.addAll(before.keySet());
        for (Key key : keys) {
            Assumption was = before.get(key);
            Assumption is = after.get(key);
            String old = was == null ? null : text(was.filling());
            String recent = is == null ? null : text(is.filling());
            if (!Objects.equals(old, recent)) {
                changes.add(new Change(
                        what(key), Objects.requireNonNull(is == null ? was : is).place(), old, recent));
            }
        }
        for (String fact : keys.stream().map(Key::fact).distinct().toList()) {
            List<Key> kept = kept(after, before, fact);
            if (!kept.equals(kept(before, after, fact))) {
                changes.add(new Change(
                        Message.of("order of the assumptions of `%s`", fact),
                        Objects.requireNonNull(after.get(kept.get(0))).place(),
                        null,
                        null));
            }
        }
        return changes;
    }

    /** Returns the assumptions about a fact that both editions have, in the order of the first. */
    private static List<Key> kept(Map<Key, Assumption> of, Map<Key, Assumption> other, String fact) {
        return of.keySet().stream()
                .filter(key -> key.fact().equals(fact) && other.containsKey(key))
                .toList();
    }

    private static Message what(Key key) {
        String where = new TreeMap<>(key.where())
                .entrySet().stream()
                        .map(one -> one.getKey() + ": " + one.getValue())
                        .collect(Collectors.joining(", "));
        Message what = where.isEmpty()
                ? Message.of("assumption of `%s`", key.fact())
                : Message.of("assumption of `%s` where `%s`", key.fact(), where);
        return key.from() == null ? what : Message.of("%s, from %s", what, key.from());
    }

    /** Writes a value as in a file. */
    private static String text(Filling filling) {
        if (filling instanceof Filling.Value value) {
            return value.value().toString();
        }
        if (filling instanceof Filling.ShareOf share) {
            return "{of: " + share.of() + ", is: " + share.part() + "}";
        }
        return filling instanceof Filling.NothingUnlisted ? "nothing-unlisted: true" : "unknown";
    }
}
