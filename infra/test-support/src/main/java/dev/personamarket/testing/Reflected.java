package dev.personamarket.testing;

import java.lang.reflect.InvocationTargetException;

import org.jspecify.annotations.Nullable;

/**
 * Calls what the shared jars declare, by name: their own tests use this jar, so this jar cannot depend on them without
 * a circle.
 */
final class Reflected {

    private Reflected() {}

    /** The class of this name. */
    static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(name + " is not on the class path", e);
        }
    }

    /** Calls a public method without arguments. */
    static @Nullable Object call(Object target, String method) {
        try {
            var declared = target.getClass().getMethod(method);
            declared.setAccessible(true);
            return declared.invoke(target);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException(target.getClass() + " has no usable method " + method + "()", e);
        }
    }
}
