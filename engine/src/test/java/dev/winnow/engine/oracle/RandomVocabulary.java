package dev.winnow.engine.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.StringJoiner;

/**
 * Random vocabularies with all types of properties, and with lists whose keys have one or two parts. Equal seeds give
 * equal declarations.
 */
final class RandomVocabulary {

    /** Names that coincide with other components or Java methods, or share a prefix. */
    private static final List<String> NAMES = List.of(
            "wages",
            "wages2",
            "campus",
            "capital",
            "field",
            "grades",
            "seats",
            "since",
            "held",
            "size",
            "figure",
            "text",
            "getName",
            "isOpen",
            "hiring",
            "hiringBegins",
            "shift",
            "quality",
            "qualityMark",
            "landUse",
            "partner");

    /** Element types of texts and lists. */
    private static final List<String> TEXTS =
            List.of("text", "link", "end market", "track", "firm", "one of [low, middle, high]");

    private static final List<String> LISTS = List.of(
            "list of texts",
            "list of links",
            "list of end markets",
            "list of firms",
            "list of one of [low, middle, high]");

    private static final List<String> OTHERS = List.of("yes/no", "number", "share", "money", "years", "date");

    /** Type names that end like a generated name, or coincide with a class of Java or the engine. */
    private static final List<String> ROWS =
            List.of("Talent", "Talent2", "Figure", "String", "Project2", "Certainly", "Talents");

    private final Random random;
    private final StringBuilder yaml = new StringBuilder();
    /** The names used by the city. */
    private final Set<String> ofCity = new LinkedHashSet<>();

    private RandomVocabulary(long seed) {
        random = new Random(seed * 31 + 5);
    }

    /** The text of a vocabulary.yaml. */
    static String yaml(long seed) {
        return new RandomVocabulary(seed).write();
    }

    private String write() {
        yaml.append("project:\n");
        List<String> names = names(new LinkedHashSet<>());
        for (String is : some(5 + random.nextInt(4))) {
            property(names.remove(0), is, "");
        }
        apart(names, "");
        line("", names.remove(0), "list of links", ", apart-from: links");
        rating(names.remove(0), random.nextInt(3), 1 + random.nextInt(4));
        yaml.append("city:\n");
        names = names(ofCity);
        for (String is : some(2 + random.nextInt(3))) {
            ofCity.add(names.get(0));
            property(names.remove(0), is, "");
        }
        ofCity.addAll(names.subList(0, 3));
        apart(names, "");
        rating(names.remove(0), 1, 4);
        yaml.append("city lists:\n");
        List<String> rows = shuffled(ROWS);
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            list(rows.remove(0));
        }
        return yaml.toString();
    }

    private void property(String name, String is, String indent) {
        line(indent, name, is, "");
    }

    private void line(String indent, String name, String is, String more) {
        yaml.append(indent)
                .append("  ")
                .append(name)
                .append(": {is: \"")
                .append(is)
                .append("\", name: ")
                .append(name);
        yaml.append(more).append("}\n");
    }

    /** Declares a rating with one more level than {@code steps}. */
    private void rating(String name, int lowest, int steps) {
        StringJoiner levels = new StringJoiner(", ", ", levels: {", "}");
        for (int level = lowest; level <= lowest + steps; level++) {
            levels.add(level + ": {en: some, zh: 有}");
        }
        line("", name, "rating " + lowest + "–" + (lowest + steps), levels.toString());
    }

    /** Declares a list, and a text or another list that must not share a value with it. */
    private void apart(List<String> names, String indent) {
        String own = names.remove(0);
        line(indent, own, "list of firms", "");
        line(indent, names.remove(0), random.nextBoolean() ? "firm" : "list of firms", ", apart-from: " + own);
    }

    private void list(String row) {
        List<String> names = names(ofCity);
        String list = names.remove(0);
        ofCity.add(list);
        List<String> key = new ArrayList<>(names.subList(0, 1 + random.nextInt(2)));
        names.removeAll(key);
        yaml.append("  ")
                .append(list)
                .append(":\n    row: ")
                .append(row)
                .append("\n    key: ")
                .append(key);
        yaml.append("\n    has:\n");
        for (String part : key) {
            property(part, TEXTS.get(random.nextInt(TEXTS.size())), "    ");
        }
        for (String is : some(3 + random.nextInt(3))) {
            property(names.remove(0), is, "    ");
        }
        if (random.nextBoolean()) {
            apart(names, "    ");
        }
    }

    /** Unused names, in random order. */
    private List<String> names(Set<String> taken) {
        List<String> names = shuffled(NAMES);
        names.removeAll(taken);
        return names;
    }

    /** Types, few of them twice. */
    private List<String> some(int many) {
        List<String> all = shuffled(OTHERS);
        all.addAll(1, shuffled(TEXTS).subList(0, 2));
        all.addAll(3, shuffled(LISTS).subList(0, 2));
        return all.subList(0, many);
    }

    private List<String> shuffled(List<String> of) {
        List<String> shuffled = new ArrayList<>(of);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
