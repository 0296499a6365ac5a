package dev.winnow.records.internal.store;

import dev.winnow.model.source.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** Compares the triggers on the tables of records with those that the schema declares. */
final class Triggers {

    /** The script of the migration that declares the triggers. */
    private static final String SCRIPT = "V1__records.sql";

    /**
     * A trigger.
     *
     * @param name its name
     * @param table the table that it guards
     * @param definition everything that determines its effect, in the form of its database
     */
    record Trigger(String name, String table, String definition) {

        Trigger {
            definition = definition.strip().replaceAll("\\s+", " ");
        }
    }

    private Triggers() {}

    /**
     * Lists the differences, by name of the trigger.
     *
     * @param damaged tables whose triggers are not compared: a removed table has none
     */
    static List<Message> changes(Handle open, Database database, List<String> damaged) {
        Map<String, Trigger> declared = byName(database.declaredTriggers(script(database)));
        Map<String, Trigger> found = byName(open.createQuery(database.triggers())
                .map((row, context) -> new Trigger(row.getString(1), row.getString(2), row.getString(3)))
                .list());
        declared.values().removeIf(trigger -> damaged.contains(trigger.table()));
        found.values().removeIf(trigger -> damaged.contains(trigger.table()));
        TreeSet<String> names = new TreeSet<>(declared.keySet());
        names.addAll(found.keySet());
        List<Message> changes = new ArrayList<>();
        for (String name : names) {
            if (!declared.containsKey(name)) {
                changes.add(Message.of(
                        "the trigger `%s` was added to the table `%s`",
                        name, Objects.requireNonNull(found.get(name)).table()));
            } else if (!found.containsKey(name)) {
                changes.add(Message.of("the trigger `%s` was removed", name));
            } else if (!Objects.equals(declared.get(name), found.get(name))) {
                changes.add(Message.of("the trigger `%s` was altered or disabled", name));
            }
        }
        return changes;
    }

    private static Map<String, Trigger> byName(List<Trigger> triggers) {
        Map<String, Trigger> byName = new TreeMap<>();
        triggers.forEach(trigger -> byName.put(trigger.name(), trigger));
        return byName;
    }

    private static String script(Database database) {
        String name = database.migrations() + "/" + SCRIPT;
        try (InputStream in = Objects.requireNonNull(Triggers.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
