package dev.winnow.engine.fused;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.evaluate.Matcher;
import dev.winnow.engine.oracle.Packs;
import dev.winnow.model.universe.Universe;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * That the fused evaluator and PHREAK agree proves something only if they would not agree were it wrong: each planted fault
 * makes a difference to what a few universes come to.
 */
class FusedFaultsTest {

    private static final List<Universe> UNIVERSES = FusedFaultRun.universes();

    private static List<Integer> right;

    @BeforeAll
    static void screenByPhreak() {
        RulePack pack = Packs.pack(Packs.dense());
        right = FusedFaultRun.screenings(Screener.of(pack, Matcher.PHREAK), UNIVERSES);
    }

    @Test
    void withoutAFaultTheSameIsFound() throws IOException, ReflectiveOperationException {
        assertThat(screenings(null)).isEqualTo(right);
    }

    @ParameterizedTest
    @EnumSource
    void isCaught(FusedFault fault) throws IOException, ReflectiveOperationException {
        Object found;
        try {
            found = screenings(fault);
        } catch (InvocationTargetException e) {
            found = e.getTargetException(); // what cannot go on has been caught as well
        }
        assertThat(found).isNotEqualTo(right).isNotInstanceOf(LinkageError.class);
    }

    private static Object screenings(FusedFault fault) throws IOException, ReflectiveOperationException {
        Class<?> run = new Planted(fault).loadClass(FusedFaultRun.class.getName());
        Method screenings = run.getDeclaredMethod("screenings", List.class);
        screenings.setAccessible(true);
        return screenings.invoke(null, UNIVERSES);
    }

    /** Loads the engine's classes anew, one of them with a fault; those beneath it are shared. */
    private static final class Planted extends ClassLoader {

        private final FusedFault fault;

        Planted(FusedFault fault) {
            super(FusedFaultsTest.class.getClassLoader());
            this.fault = fault;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("dev.winnow.engine.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? defined(name) : loaded;
        }

        private Class<?> defined(String name) throws ClassNotFoundException {
            try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (file == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = file.readAllBytes();
                byte[] planted = fault != null && fault.className().equals(name) ? fault.plant(bytes) : bytes;
                return defineClass(name, planted, 0, planted.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
