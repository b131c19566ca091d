//! Engines and programs.

use std::ffi::c_char;
use std::ptr::null_mut;
use std::sync::Arc;

use fluxlet::Engine;
use fluxlet::transport::Transport;
use tokio::runtime::Builder;

use crate::error::{guarded, misuse};
use crate::{FluxletEngine, FluxletError, FluxletProgram, text};

/// Makes an engine with the whole standard library; null if that fails. Free it with `fluxlet_engine_free`.
///
/// # Safety
/// `error` is a place for an error, or null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fluxlet_engine_new(error: *mut *mut FluxletError) -> *const FluxletEngine {
    guarded(error, null_mut(), || {
        let builder = Engine::builder();
        #[cfg(feature = "panics")]
        let builder = builder.package(crate::panics::PACKAGE);
        let runtime = Builder::new_current_thread().enable_all().build();
        let runtime = runtime.map_err(|error| misuse(format!("no runtime can be started: {error}")))?;
        let engine = FluxletEngine { engine: builder.build()?, runtime, transport: Transport::new() };
        Ok(Arc::into_raw(Arc::new(engine)).cast_mut())
    })
}

/// Frees an engine. Programs that it has compiled live on. Null is fine.
///
/// # Safety
/// `engine` is an engine that is not used any more, or null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fluxlet_engine_free(engine: *const FluxletEngine) {
    if !engine.is_null() {
        // SAFETY: the engine comes from `Arc::into_raw`.
        drop(unsafe { Arc::from_raw(engine) });
    }
}

/// Parses, checks and compiles a script, a text in UTF-8 that ends with a zero; null if it has mistakes. `name` is what
/// messages call it. Free the program with `fluxlet_program_free`.
///
/// # Safety
/// `engine` is an engine, `name` and `script` are texts, `error` is a place for an error, or they are null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fluxlet_compile(
    engine: *const FluxletEngine,
    name: *const c_char,
    script: *const c_char,
    error: *mut *mut FluxletError,
) -> *mut FluxletProgram {
    guarded(error, null_mut(), || {
        if engine.is_null() {
            return Err(misuse("`engine` is null".to_owned()));
        }
        // SAFETY: the engine comes from `Arc::into_raw` and is not freed; the program takes a share of its own.
        let engine = unsafe {
            Arc::increment_strong_count(engine);
            Arc::from_raw(engine)
        };
        let program = engine.engine.compiler().compile(text::read(name, "name")?, text::read(script, "script")?)?;
        Ok(Box::into_raw(Box::new(FluxletProgram { program, engine })))
    })
}

/// Frees a program. Null is fine.
///
/// # Safety
/// `program` is a program that is not used any more, or null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fluxlet_program_free(program: *mut FluxletProgram) {
    crate::error::free(program);
}
