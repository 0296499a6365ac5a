package dev.winnow.workbench.internal.edit;

import dev.winnow.language.Criterion;
import dev.winnow.language.internal.pack.PackOutline;
import dev.winnow.model.source.Change;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The differences between the pack.yaml files of two editions, and the outline with some differences undone. */
final class OutlineChanges {

    private final PackOutline old;
    private final PackOutline recent;
    private final Map<String, Change> pieces = new LinkedHashMap<>();
    private final Set<String> moved = new LinkedHashSet<>();
    private final List<Change> words = new ArrayList<>();

    OutlineChanges(PackOutline old, PackOutline recent) {
        this.old = old;
        this.recent = recent;
        for (String file : files()) {
            file(file, criterion(old, file), criterion(recent, file));
        }
        threshold("recommend", old.recommendFrom(), recent.recommendFrom());
        threshold("decline", old.declineBelow(), recent.declineBelow());
        word("name", old.name(), recent.name());
        word("title", old.title(), recent.title());
        word("version", old.version(), recent.version());
        word("owner", old.owner(), recent.owner());
        word("purpose", old.purpose(), recent.purpose());
        word("order", order(old), order(recent));
        word("changeable", changeable(old), changeable(recent));
    }

    private Set<String> files() {
        Set<String> files = new LinkedHashSet<>(recent.files().keySet());
        files.addAll(old.files().keySet());
        return files;
    }

    private static @Nullable Criterion criterion(PackOutline outline, String id) {
        return outline.criteria().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private void file(String id, @Nullable Criterion before, @Nullable Criterion after) {
        Place place = place(id);
        if (before == null || after == null) {
            String was = entry(old, id, before);
            String is = entry(recent, id, after);
            if (!Objects.equals(was, is)) {
                piece("file " + id, Message.of("criterion `%s`", id), place, was, is);
                moved.add(id);
            }
            return;
        }
        piece(
                "weight " + id,
                Message.of("weight of criterion `%s`", id),
                place,
                plain(before.weight()),
                plain(after.weight()));
        piece(
                "side " + id,
                Message.of("side of criterion `%s`", id),
                place,
                before.side().words(),
                after.side().words());
        if (!before.title().equals(after.title())) {
            words.add(new Change(Message.of("title of criterion `%s`", id), place, before.title(), after.title()));
        }
    }

    private static @Nullable String entry(PackOutline outline, String id, @Nullable Criterion criterion) {
        return criterion != null
                ? "side " + criterion.side().words() + ", weight " + plain(criterion.weight())
                : outline.files().containsKey(id) ? "under `conditions`" : null;
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private Place place(String id) {
        Node node = recent.files().get(id);
        Node before = old.files().get(id);
        return node != null ? node.place() : Objects.requireNonNull(before).place();
    }

    private void threshold(String name, BigDecimal before, BigDecimal after) {
        piece(
                "threshold " + name,
                Message.of("threshold `%s`", name),
                at("thresholds", name),
                plain(before),
                plain(after));
    }

    private void piece(String key, Message what, Place place, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            pieces.put(key, new Change(what, place, before, after));
        }
    }

    private void word(String key, String before, String after) {
        if (!before.equals(after)) {
            words.add(new Change(Message.of("`%s` of the pack", key), at(key, null), before, after));
        }
    }

    /** Returns the place of a key, or of a key within it, in the new edition. */
    private Place at(String key, @Nullable String inner) {
        Node file = recent.source() != null ? recent.source() : old.source();
        Node node = file == null ? null : file.get(key);
        Node within = node == null || inner == null ? null : node.get(inner);
        return within != null
                ? within.place()
                : node != null
                        ? node.place()
                        : file != null ? Place.file(file.place().file()) : Place.file("pack.yaml");
    }

    private static String order(PackOutline outline) {
        Node order = outline.source() == null ? null : outline.source().get("order");
        return order == null ? "" : order.items().stream().map(Node::text).collect(Collectors.joining(", "));
    }

    private static String changeable(PackOutline outline) {
        return outline.changeable().stream()
                .map(one -> one.figure() + ", " + one.why())
                .collect(Collectors.joining("; "));
    }

    /** Returns the differences that may affect a result, by key. */
    Map<String, Change> pieces() {
        return pieces;
    }

    /** Returns the differences that do not affect a result. */
    List<Change> words() {
        return words;
    }

    /** Returns the rule files that were added or removed, or that changed between scoring and not scoring. */
    Set<String> moved() {
        return moved;
    }

    /** Returns the keys, in groups, on which the validity of the sides and thresholds depends. */
    List<Set<String>> groups(String... kinds) {
        List<Set<String>> groups = new ArrayList<>();
        for (String key : pieces.keySet()) {
            for (String kind : kinds) {
                if (key.startsWith(kind + " ")) {
                    groups.add(Set.of(key));
                }
            }
        }
        return groups;
    }

    /** Returns the outline with some differences undone. */
    PackOutline with(Set<String> undone) {
        List<Criterion> criteria = new ArrayList<>();
        List<String> conditions = new ArrayList<>();
        Map<String, Node> listed = new HashMap<>();
        for (String id : files()) {
            PackOutline listing = undone.contains("file " + id) ? old : recent;
            Criterion before = criterion(old, id);
            Criterion after = criterion(recent, id);
            Criterion chosen = criterion(listing, id);
            if (chosen != null && before != null && after != null) {
                chosen = new Criterion(
                        id,
                        after.title(),
                        undone.contains("side " + id) ? before.side() : after.side(),
                        undone.contains("weight " + id) ? before.weight() : after.weight());
            }
            if (chosen != null) {
                criteria.add(chosen);
            } else if (listing.conditions().contains(id)) {
                conditions.add(id);
            }
            Node node = listing.files().get(id);
            if (node != null) {
                listed.put(id, node);
            }
        }
        return new PackOutline(
                recent.name(),
                recent.title(),
                recent.version(),
                recent.owner(),
                recent.purpose(),
                recent.money(),
                List.copyOf(criteria),
                List.copyOf(conditions),
                undone.contains("threshold recommend") ? old.recommendFrom() : recent.recommendFrom(),
                undone.contains("threshold decline") ? old.declineBelow() : recent.declineBelow(),
                recent.order(),
                recent.changeable(),
                listed,
                true,
                recent.source());
    }

    /** Whether an outline is valid: both sides have a criterion, and no score is both recommended and declined. */
    static boolean isValid(PackOutline outline) {
        long sides = outline.criteria().stream().map(Criterion::side).distinct().count();
        return sides == 2 && outline.recommendFrom().compareTo(outline.declineBelow()) >= 0;
    }
}
