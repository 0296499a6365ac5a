package dev.winnow.engine.compile;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The classes that rules compile to, as bytes that are not loaded.
 *
 * @param models the names of the classes that describe the rules, sorted
 * @param classes all classes by their paths, such as {@code battery/Rules1.class}
 */
public record CompiledRules(List<String> models, Map<String, byte[]> classes) {

    public CompiledRules {
        models = List.copyOf(models);
        classes = Map.copyOf(classes);
    }

    /** Merges several. Classes that two of them share are named after their content, and so are equal. */
    static CompiledRules together(List<CompiledRules> parts) {
        TreeSet<String> models = new TreeSet<>();
        Map<String, byte[]> classes = new TreeMap<>();
        for (CompiledRules part : parts) {
            models.addAll(part.models);
            part.classes.forEach(classes::putIfAbsent);
        }
        return new CompiledRules(List.copyOf(models), classes);
    }
}
