package dev.winnow.drools.internal.compile;

import java.util.List;
import java.util.Map;

/**
 * The classes that rules compile to, as bytes that are not loaded.
 *
 * @param models the names of the classes that describe the rules, sorted
 * @param classes all classes by their paths, such as {@code battery/Rules1.class}
 */
record CompiledRules(List<String> models, Map<String, byte[]> classes) {

    CompiledRules {
        models = List.copyOf(models);
        classes = Map.copyOf(classes);
    }
}
