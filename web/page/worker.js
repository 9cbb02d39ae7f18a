// One request, one instance: what a file did to it is gone with it. All that it is given is the clock,
// which the writers of sheets and mails ask for even where they are told the time.
'use strict';
onmessage = async ({ data: { module, request } }) => {
  let memory;
  try {
    const imports = {};
    for (const { module: room, name } of WebAssembly.Module.imports(module)) {
      (imports[room] ??= {})[name] = name.startsWith('__wbg_now_') ? Date.now : () => { throw new Error(name); };
    }
    const { exports } = await WebAssembly.instantiate(module, imports);
    memory = exports.memory;
    const place = exports.reserve(request.byteLength) >>> 0;
    new Uint8Array(memory.buffer).set(new Uint8Array(request), place);
    const start = exports.work() >>> 0;
    const answer = memory.buffer.slice(start, start + (exports.length() >>> 0));
    postMessage({ answer }, [answer]);
  } catch (error) {
    postMessage({ failed: failure(error, memory?.buffer.byteLength ?? 0) });
  }
};

// Why there is no answer, in the library's names.
function failure(error, bytes) {
  const limit = 1024;
  if (bytes >= (limit - 128) * 2 ** 20) return { Memory: { megabytes: limit } };
  // The engine's stack, or the module's own, which ends at the beginning of its memory.
  if (error instanceof RangeError || /stack|out of bounds/.test(error.message)) return 'Depth';
  return { Ended: String(error.message) };
}
