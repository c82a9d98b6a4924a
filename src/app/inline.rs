//! Runs the function of a component inside another one, see docs/decisions/0012: for what is there exactly as long as that.

use std::marker::PhantomData;
use yew::functional::{FunctionProvider, Hook, HookContext};
use yew::prelude::*;

/// What the component `T` renders with these props. Its hooks are those of the component around, so it must run in every
/// render of that, and always the same one.
pub fn use_inline<T: FunctionProvider>(props: T::Properties) -> impl Hook<Output = Html> {
    Inline::<T> { props, component: PhantomData }
}

struct Inline<T: FunctionProvider> {
    props: T::Properties,
    component: PhantomData<T>,
}

impl<T: FunctionProvider> Hook for Inline<T> {
    type Output = Html;

    fn run(self, context: &mut HookContext) -> Html {
        // Nothing here suspends.
        T::run(context, &self.props).unwrap_or_default()
    }
}
