package dev.winnow.drools.internal.compile;

import java.util.List;
import java.util.Map;

/**
 * The compiled classes of rules, as bytes that are not loaded.
 *
 * @param models the names of the classes that describe the rules, sorted
 * @param classes all classes by path, such as {@code battery/Rules1.class}
 */
record CompiledRules(List<String> models, Map<String, byte[]> classes) {

    CompiledRules {
        models = List.copyOf(models);
        classes = Map.copyOf(classes);
    }
}
