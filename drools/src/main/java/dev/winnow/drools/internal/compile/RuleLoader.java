package dev.winnow.drools.internal.compile;

import dev.winnow.language.internal.syntax.Drl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drools.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * A class loader that defines the classes of compiled rules only, once the {@link BytecodeGuard} has checked all of
 * them.
 */
final class RuleLoader extends ClassLoader {

    private final Map<String, byte[]> classes = new HashMap<>();

    private RuleLoader(Map<String, byte[]> classes) {
        super(RuleLoader.class.getClassLoader());
        classes.forEach((path, bytes) -> this.classes.put(
                path.substring(0, path.length() - ".class".length()).replace('/', '.'), bytes));
    }

    /**
     * The first thing in compiled rules that is not allowed, worded for winnow's developers; null if all is allowed.
     * Nothing is loaded.
     *
     * @param pack the pack's name
     */
    static @Nullable String finding(String pack, CompiledRules rules) {
        String home = Drl.rootPackage(pack) + "/";
        for (String path : rules.classes().keySet()) {
            if (!path.startsWith(home) || !path.endsWith(".class")) {
                return path + " stands outside the pack";
            }
        }
        return BytecodeGuard.check(rules.classes().values(), List.of(home));
    }

    /**
     * Loads rules that {@link #finding} accepted.
     *
     * @throws LinkageError if the classes are not what the compiler makes, as for the other exceptions
     * @throws ReflectiveOperationException if a model is missing, or cannot be made
     * @throws ClassCastException if a model is none
     */
    static List<Model> load(CompiledRules rules) throws ReflectiveOperationException {
        RuleLoader loader = new RuleLoader(rules.classes());
        List<Model> models = new ArrayList<>();
        for (String name : rules.models()) {
            if (!loader.classes.containsKey(name)) {
                throw new ClassNotFoundException(name);
            }
            models.add((Model) loader.loadClass(name).getDeclaredConstructor().newInstance());
        }
        return models;
    }

    /** Looks among the pack's own classes first, as one of them may have the name of a class that exists already. */
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!classes.containsKey(name)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}
