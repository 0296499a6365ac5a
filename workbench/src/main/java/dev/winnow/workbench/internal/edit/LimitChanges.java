package dev.winnow.workbench.internal.edit;

import dev.winnow.language.LimitSummary.Dated;
import dev.winnow.language.internal.pack.LimitTable;
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
import org.jspecify.annotations.Nullable;

/**
 * The differences between the limits of two editions of a pack, and the limits with some differences undone. A limit of
 * only one edition is in every table, since only changed rules read it.
 */
final class LimitChanges {

    private final LimitTable old;
    private final LimitTable recent;
    private final Map<String, Change> pieces = new LinkedHashMap<>();
    private final Map<String, List<String>> keysOf = new LinkedHashMap<>();
    private final List<Change> words = new ArrayList<>();

    LimitChanges(LimitTable old, LimitTable recent) {
        this.old = old;
        this.recent = recent;
        for (String id : ids()) {
            List<Dated> before = old.values(id);
            List<Dated> after = recent.values(id);
            if (before.isEmpty() || after.isEmpty()) {
                words.add(change(
                        Message.of("limit `%s`", id),
                        before.isEmpty() ? null : before.get(0),
                        after.isEmpty() ? null : after.get(0)));
                continue;
            }
            for (LocalDate from : days(before, after)) {
                value(id, from, at(before, from), at(after, from));
            }
            if (!old.title(id).equals(recent.title(id))) {
                words.add(new Change(
                        Message.of("title of limit `%s`", id), after.get(0).place(), old.title(id), recent.title(id)));
            }
        }
    }

    private Set<String> ids() {
        Set<String> ids = new LinkedHashSet<>(recent.ids());
        ids.addAll(old.ids());
        return ids;
    }

    private static List<LocalDate> days(List<Dated> before, List<Dated> after) {
        Set<LocalDate> days = new LinkedHashSet<>();
        List<Dated> all = new ArrayList<>(after);
        all.addAll(before);
        all.forEach(one -> days.add(from(one)));
        return days.stream().sorted().toList();
    }

    private static LocalDate from(Dated one) {
        return Objects.requireNonNullElse(one.from(), LocalDate.MIN);
    }

    private static @Nullable Dated at(List<Dated> values, LocalDate from) {
        return values.stream().filter(one -> from(one).equals(from)).findFirst().orElse(null);
    }

    private void value(String id, LocalDate from, @Nullable Dated before, @Nullable Dated after) {
        Message what =
                from.equals(LocalDate.MIN) ? Message.of("limit `%s`", id) : Message.of("limit `%s` from %s", id, from);
        Dated shown = Objects.requireNonNull(after == null ? before : after);
        if (before != null && after != null && before.value().equals(after.value())) {
            return;
        }
        if (before != null && after != null && same(before, after)) {
            String was = Objects.requireNonNullElse(before.source(), "assumed: " + before.reason());
            String is = Objects.requireNonNullElse(after.source(), "assumed: " + after.reason());
            if (!was.equals(is)) {
                words.add(new Change(Message.of("source of %s", what), shown.place(), was, is));
            }
            return;
        }
        String key = key(id, from);
        keysOf.computeIfAbsent(id, any -> new ArrayList<>()).add(key);
        pieces.put(key, change(what, before, after));
    }

    private static Change change(Message what, @Nullable Dated before, @Nullable Dated after) {
        return new Change(
                what,
                Objects.requireNonNull(after == null ? before : after).place(),
                before == null ? null : before.value().toString(),
                after == null ? null : after.value().toString());
    }

    private static boolean same(Dated one, Dated other) {
        return one.value().compareTo(other.value()) == 0
                && one.value().unit().equals(other.value().unit());
    }

    private static String key(String id, LocalDate from) {
        return "limit " + id + " " + from;
    }

    /** Returns the differences that may affect a result, by key. */
    Map<String, Change> pieces() {
        return pieces;
    }

    /** Returns the differences that do not affect a result by themselves. */
    List<Change> words() {
        return words;
    }

    /** Returns the keys of the differences, grouped where they are valid only together. */
    List<Set<String>> groups() {
        List<Set<String>> groups = new ArrayList<>();
        keysOf.forEach((id, keys) ->
                groups.addAll(EditGroups.of(keys.stream().map(Set::of).toList(), undone -> {
                    LimitTable table = LimitTable.of(Map.of(id, values(id, undone)), recent.money());
                    return table.unit(id) != null;
                })));
        return groups;
    }

    /** Returns the limits whose unit changed. */
    Set<String> recounted() {
        Set<String> recounted = new LinkedHashSet<>(keysOf.keySet());
        recounted.removeIf(id -> Objects.equals(old.unit(id), recent.unit(id)));
        return recounted;
    }

    /** Returns the keys of a limit's differences. */
    List<String> keys(String id) {
        return keysOf.getOrDefault(id, List.of());
    }

    /** Returns the limits of both editions, with some differences undone. */
    LimitTable with(Set<String> undone) {
        Map<String, List<Dated>> values = new LinkedHashMap<>();
        ids().forEach(id -> values.put(id, values(id, undone)));
        return LimitTable.of(values, recent.money());
    }

    private List<Dated> values(String id, Set<String> undone) {
        List<Dated> before = old.values(id);
        List<Dated> after = recent.values(id);
        if (before.isEmpty() || after.isEmpty()) {
            return before.isEmpty() ? after : before;
        }
        List<Dated> chosen = new ArrayList<>();
        for (LocalDate from : days(before, after)) {
            Dated one = undone.contains(key(id, from)) ? at(before, from) : at(after, from);
            if (one != null) {
                chosen.add(one);
            }
        }
        return chosen;
    }
}
