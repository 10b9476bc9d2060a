declare const brand: unique symbol;

/** A value of type `T` that only the functions of its owner module may make, so that ids and units cannot be swapped by accident. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
