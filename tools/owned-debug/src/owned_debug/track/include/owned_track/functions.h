/* Made by `cargo xtask contracts`: not to be edited.
 *
 * Each function of the contract table that gives a new reference, takes one over, or puts one into a variable. An argument
 * is evaluated once, as before. */
#ifndef OWNED_TRACK_FUNCTIONS_H
#define OWNED_TRACK_FUNCTIONS_H

/* buffer */
#if !defined(Py_LIMITED_API)
#undef PyPickleBuffer_FromObject
#define PyPickleBuffer_FromObject(...) \
    OWNED_TRACK_NEW("PyPickleBuffer_FromObject", PyPickleBuffer_FromObject(__VA_ARGS__))
#endif

/* bytearray */
#undef PyByteArray_Concat
#define PyByteArray_Concat(...) \
    OWNED_TRACK_NEW("PyByteArray_Concat", PyByteArray_Concat(__VA_ARGS__))
#undef PyByteArray_FromObject
#define PyByteArray_FromObject(...) \
    OWNED_TRACK_NEW("PyByteArray_FromObject", PyByteArray_FromObject(__VA_ARGS__))
#undef PyByteArray_FromStringAndSize
#define PyByteArray_FromStringAndSize(...) \
    OWNED_TRACK_NEW("PyByteArray_FromStringAndSize", PyByteArray_FromStringAndSize(__VA_ARGS__))

/* bytes */
#if !defined(Py_LIMITED_API)
#undef _PyBytes_Resize
#define _PyBytes_Resize(bytes, size) \
    (__extension__({ \
        PyObject **owned_track_bytes = (bytes); \
        (void)OWNED_TRACK_STOLEN("_PyBytes_Resize", *owned_track_bytes); \
        int owned_track_of_call = _PyBytes_Resize(owned_track_bytes, (size)); \
        (void)OWNED_TRACK_NEW("_PyBytes_Resize", (PyObject *)*owned_track_bytes); \
        owned_track_of_call; \
    }))
#endif
#undef PyBytes_Concat
#define PyBytes_Concat(bytes, more) \
    (__extension__({ \
        PyObject **owned_track_bytes = (bytes); \
        (void)OWNED_TRACK_STOLEN("PyBytes_Concat", *owned_track_bytes); \
        PyBytes_Concat(owned_track_bytes, (more)); \
        (void)OWNED_TRACK_NEW("PyBytes_Concat", (PyObject *)*owned_track_bytes); \
        (void)0; \
    }))
#undef PyBytes_ConcatAndDel
#define PyBytes_ConcatAndDel(bytes, more) \
    (__extension__({ \
        PyObject **owned_track_bytes = (bytes); \
        (void)OWNED_TRACK_STOLEN("PyBytes_ConcatAndDel", *owned_track_bytes); \
        PyBytes_ConcatAndDel(owned_track_bytes, OWNED_TRACK_STOLEN("PyBytes_ConcatAndDel", (more))); \
        (void)OWNED_TRACK_NEW("PyBytes_ConcatAndDel", (PyObject *)*owned_track_bytes); \
        (void)0; \
    }))
#undef PyBytes_DecodeEscape
#define PyBytes_DecodeEscape(...) \
    OWNED_TRACK_NEW("PyBytes_DecodeEscape", PyBytes_DecodeEscape(__VA_ARGS__))
#undef PyBytes_FromObject
#define PyBytes_FromObject(...) \
    OWNED_TRACK_NEW("PyBytes_FromObject", PyBytes_FromObject(__VA_ARGS__))
#undef PyBytes_FromString
#define PyBytes_FromString(...) \
    OWNED_TRACK_NEW("PyBytes_FromString", PyBytes_FromString(__VA_ARGS__))
#undef PyBytes_FromStringAndSize
#define PyBytes_FromStringAndSize(...) \
    OWNED_TRACK_NEW("PyBytes_FromStringAndSize", PyBytes_FromStringAndSize(__VA_ARGS__))
#if PY_VERSION_HEX >= 0x030E0000 && !defined(Py_LIMITED_API)
#undef PyBytes_Join
#define PyBytes_Join(...) \
    OWNED_TRACK_NEW("PyBytes_Join", PyBytes_Join(__VA_ARGS__))
#endif
#undef PyBytes_Repr
#define PyBytes_Repr(...) \
    OWNED_TRACK_NEW("PyBytes_Repr", PyBytes_Repr(__VA_ARGS__))
#if PY_VERSION_HEX >= 0x030F0000 && !defined(Py_LIMITED_API)
#undef PyBytesWriter_Finish
#define PyBytesWriter_Finish(...) \
    OWNED_TRACK_NEW("PyBytesWriter_Finish", PyBytesWriter_Finish(__VA_ARGS__))
#endif
#if PY_VERSION_HEX >= 0x030F0000 && !defined(Py_LIMITED_API)
#undef PyBytesWriter_FinishWithPointer
#define PyBytesWriter_FinishWithPointer(...) \
    OWNED_TRACK_NEW("PyBytesWriter_FinishWithPointer", PyBytesWriter_FinishWithPointer(__VA_ARGS__))
#endif
#if PY_VERSION_HEX >= 0x030F0000 && !defined(Py_LIMITED_API)
#undef PyBytesWriter_FinishWithSize
#define PyBytesWriter_FinishWithSize(...) \
    OWNED_TRACK_NEW("PyBytesWriter_FinishWithSize", PyBytesWriter_FinishWithSize(__VA_ARGS__))
#endif

/* call */
#undef PyObject_Call
#define PyObject_Call(...) \
    OWNED_TRACK_CALL("PyObject_Call", PyObject_Call(__VA_ARGS__))
#if !defined(Py_LIMITED_API)
#undef PyObject_CallMethodNoArgs
#define PyObject_CallMethodNoArgs(...) \
    OWNED_TRACK_CALL("PyObject_CallMethodNoArgs", PyObject_CallMethodNoArgs(__VA_ARGS__))
#endif
#if !defined(Py_LIMITED_API)
#undef PyObject_CallMethodOneArg
#define PyObject_CallMethodOneArg(...) \
    OWNED_TRACK_CALL("PyObject_CallMethodOneArg", PyObject_CallMethodOneArg(__VA_ARGS__))
#endif
#undef PyObject_CallNoArgs
#define PyObject_CallNoArgs(...) \
    OWNED_TRACK_CALL("PyObject_CallNoArgs", PyObject_CallNoArgs(__VA_ARGS__))
#undef PyObject_CallObject
#define PyObject_CallObject(...) \
    OWNED_TRACK_CALL("PyObject_CallObject", PyObject_CallObject(__VA_ARGS__))
#if !defined(Py_LIMITED_API)
#undef PyObject_CallOneArg
#define PyObject_CallOneArg(...) \
    OWNED_TRACK_CALL("PyObject_CallOneArg", PyObject_CallOneArg(__VA_ARGS__))
#endif
#if (!defined(Py_LIMITED_API) || Py_LIMITED_API + 0 >= 0x030C0000)
#undef PyObject_Vectorcall
#define PyObject_Vectorcall(...) \
    OWNED_TRACK_CALL("PyObject_Vectorcall", PyObject_Vectorcall(__VA_ARGS__))
#endif
#if !defined(Py_LIMITED_API)
#undef PyObject_VectorcallDict
#define PyObject_VectorcallDict(...) \
    OWNED_TRACK_CALL("PyObject_VectorcallDict", PyObject_VectorcallDict(__VA_ARGS__))
#endif
#if (!defined(Py_LIMITED_API) || Py_LIMITED_API + 0 >= 0x030C0000)
#undef PyObject_VectorcallMethod
#define PyObject_VectorcallMethod(...) \
    OWNED_TRACK_CALL("PyObject_VectorcallMethod", PyObject_VectorcallMethod(__VA_ARGS__))
#endif
#if (!defined(Py_LIMITED_API) || Py_LIMITED_API + 0 >= 0x030C0000)
#undef PyVectorcall_Call
#define PyVectorcall_Call(...) \
    OWNED_TRACK_CALL("PyVectorcall_Call", PyVectorcall_Call(__VA_ARGS__))
#endif

/* capsule */
#undef PyCapsule_New
#define PyCapsule_New(...) \
    OWNED_TRACK_NEW("PyCapsule_New", PyCapsule_New(__VA_ARGS__))

/* cell */
#if !defined(Py_LIMITED_API)
#undef PyCell_Get
#define PyCell_Get(...) \
    OWNED_TRACK_NEW("PyCell_Get", PyCell_Get(__VA_ARGS__))
#endif
#if !defined(Py_LIMITED_API)
#undef PyCell_New
#define PyCell_New(...) \
    OWNED_TRACK_NEW("PyCell_New", PyCell_New(__VA_ARGS__))
#endif

/* code */
#if !defined(Py_LIMITED_API)
#undef PyCode_GetCellvars
#define PyCode_GetCellvars(...) \
    OWNED_TRACK_NEW("PyCode_GetCellvars", PyCode_GetCellvars(__VA_ARGS__))
#endif
#if !defined(Py_LIMITED_API)
#undef PyCode_GetCode
#define PyCode_GetCode(...) \
    OWNED_TRACK_NEW("PyCode_GetCode", PyCode_GetCode(__VA_ARGS__))
#endif
#if !defined(Py_LIMITED_API)
#undef PyCode_GetFreevars
#define PyCode_GetFreevars(...) \
    OWNED_TRACK_NEW("PyCode_GetFreevars", PyCode_GetFreevars(__VA_ARGS__))
#endif
#if !defined(Py_LIMITED_API)
#undef PyCode_GetVarnames
#define PyCode_GetVarnames(...) \
    OWNED_TRACK_NEW("PyCode_GetVarnames", PyCode_GetVarnames(__VA_ARGS__))
#endif
#if !defined(Py_LIMITED_API)
#undef PyCode_New
#define PyCode_New(...) \
    ((PyCodeObject *)OWNED_TRACK_NEW("PyCode_New", (PyObject *)PyCode_New(__VA_ARGS__)))
#endif
#if !defined(Py_LIMITED_API)
#undef PyCode_NewEmpty
#define PyCode_NewEmpty(...) \
    ((PyCodeObject *)OWNED_TRACK_NEW("PyCode_NewEmpty", (PyObject *)PyCode_NewEmpty(__VA_ARGS__)))
#endif
#if !defined(Py_LIMITED_API)
#undef PyCode_NewWithPosOnlyArgs
#define PyCode_NewWithPosOnlyArgs(...) \
    ((PyCodeObject *)OWNED_TRACK_NEW("PyCode_NewWithPosOnlyArgs", (PyObject *)PyCode_NewWithPosOnlyArgs(__VA_ARGS__)))
#endif
#if !defined(Py_LIMITED_API)
#undef PyCode_Optimize
#define PyCode_Optimize(...) \
    OWNED_TRACK_NEW("PyCode_Optimize", PyCode_Optimize(__VA_ARGS__))
#endif
#if PY_VERSION_HEX >= 0x030C0000 && !defined(Py_LIMITED_API)
#undef PyUnstable_Code_New
#define PyUnstable_Code_New(...) \
    ((PyCodeObject *)OWNED_TRACK_NEW("PyUnstable_Code_New", (PyObject *)PyUnstable_Code_New(__VA_ARGS__)))
#endif
#if PY_VERSION_HEX >= 0x030C0000 && !defined(Py_LIMITED_API)
#undef PyUnstable_Code_NewWithPosOnlyArgs
#define PyUnstable_Code_NewWithPosOnlyArgs(...) \
    ((PyCodeObject *)OWNED_TRACK_NEW("PyUnstable_Code_NewWithPosOnlyArgs", (PyObject *)PyUnstable_Code_NewWithPosOnlyArgs(__VA_ARGS__)))
#endif

/* codec */
#undef PyCodec_BackslashReplaceErrors
#define PyCodec_BackslashReplaceErrors(...) \
    OWNED_TRACK_NEW("PyCodec_BackslashReplaceErrors", PyCodec_BackslashReplaceErrors(__VA_ARGS__))
#undef PyCodec_Decode
#define PyCodec_Decode(...) \
    OWNED_TRACK_NEW("PyCodec_Decode", PyCodec_Decode(__VA_ARGS__))
#undef PyCodec_Decoder
#define PyCodec_Decoder(...) \
    OWNED_TRACK_NEW("PyCodec_Decoder", PyCodec_Decoder(__VA_ARGS__))
#undef PyCodec_Encode
#define PyCodec_Encode(...) \
    OWNED_TRACK_NEW("PyCodec_Encode", PyCodec_Encode(__VA_ARGS__))
#undef PyCodec_Encoder
#define PyCodec_Encoder(...) \
    OWNED_TRACK_NEW("PyCodec_Encoder", PyCodec_Encoder(__VA_ARGS__))
#undef PyCodec_IgnoreErrors
#define PyCodec_IgnoreErrors(...) \
    OWNED_TRACK_NEW("PyCodec_IgnoreErrors", PyCodec_IgnoreErrors(__VA_ARGS__))
#undef PyCodec_IncrementalDecoder
#define PyCodec_IncrementalDecoder(...) \
    OWNED_TRACK_NEW("PyCodec_IncrementalDecoder", PyCodec_IncrementalDecoder(__VA_ARGS__))
#undef PyCodec_IncrementalEncoder
#define PyCodec_IncrementalEncoder(...) \
    OWNED_TRACK_NEW("PyCodec_IncrementalEncoder", PyCodec_IncrementalEncoder(__VA_ARGS__))
#undef PyCodec_LookupError
#define PyCodec_LookupError(...) \
    OWNED_TRACK_NEW("PyCodec_LookupError", PyCodec_LookupError(__VA_ARGS__))
#undef PyCodec_NameReplaceErrors
#define PyCodec_NameReplaceErrors(...) \
    OWNED_TRACK_NEW("PyCodec_NameReplaceErrors", PyCodec_NameReplaceErrors(__VA_ARGS__))
#undef PyCodec_ReplaceErrors
#define PyCodec_ReplaceErrors(...) \
    OWNED_TRACK_NEW("PyCodec_ReplaceErrors", PyCodec_ReplaceErrors(__VA_ARGS__))
#undef PyCodec_StreamReader
#define PyCodec_StreamReader(...) \
    OWNED_TRACK_NEW("PyCodec_StreamReader", PyCodec_StreamReader(__VA_ARGS__))
#undef PyCodec_StreamWriter
#define PyCodec_StreamWriter(...) \
    OWNED_TRACK_NEW("PyCodec_StreamWriter", PyCodec_StreamWriter(__VA_ARGS__))
#undef PyCodec_StrictErrors
#define PyCodec_StrictErrors(...) \
    OWNED_TRACK_NEW("PyCodec_StrictErrors", PyCodec_StrictErrors(__VA_ARGS__))
#undef PyCodec_XMLCharRefReplaceErrors
#define PyCodec_XMLCharRefReplaceErrors(...) \
    OWNED_TRACK_NEW("PyCodec_XMLCharRefReplaceErrors", PyCodec_XMLCharRefReplaceErrors(__VA_ARGS__))

/* complex */
#if !defined(Py_LIMITED_API)
#undef PyComplex_FromCComplex
#define PyComplex_FromCComplex(...) \
    OWNED_TRACK_NEW("PyComplex_FromCComplex", PyComplex_FromCComplex(__VA_ARGS__))
#endif
#undef PyComplex_FromDoubles
#define PyComplex_FromDoubles(...) \
    OWNED_TRACK_NEW("PyComplex_FromDoubles", PyComplex_FromDoubles(__VA_ARGS__))

/* context */
#if !defined(Py_LIMITED_API)
#undef PyContext_Copy
#define PyContext_Copy(...) \
    OWNED_TRACK_NEW("PyContext_Copy", PyContext_Copy(__VA_ARGS__))
#endif
#if !defined(Py_LIMITED_API)
#undef PyContext_CopyCurrent
#define PyContext_CopyCurrent(...) \
    OWNED_TRACK_NEW("PyContext_CopyCurrent", PyContext_CopyCurrent(__VA_ARGS__))
#endif
#if !defined(Py_LIMITED_API)
#undef PyContext_New
#define PyContext_New(...) \
    OWNED_TRACK_NEW("PyContext_New", PyContext_New(__VA_ARGS__))
#endif
#if !defined(Py_LIMITED_API)
#undef PyContextVar_Get
#define PyContextVar_Get(variable, default_value, value) \
    (__extension__({ \
        PyObject **owned_track_value = (value); \
        int owned_track_of_call = PyContextVar_Get((variable), (default_value), owned_track_value); \
        (void)OWNED_TRACK_NEW("PyContextVar_Get", (PyObject *)*owned_track_value); \
        owned_track_of_call; \
    }))
#endif
#if !defined(Py_LIMITED_API)
#undef PyContextVar_New
#define PyContextVar_New(...) \
    OWNED_TRACK_NEW("PyContextVar_New", PyContextVar_New(__VA_ARGS__))
#endif
#if !defined(Py_LIMITED_API)
#undef PyContextVar_Set
#define PyContextVar_Set(...) \
    OWNED_TRACK_NEW("PyContextVar_Set", PyContextVar_Set(__VA_ARGS__))
#endif

/* descriptor */
#undef PyDescr_NewClassMethod
#define PyDescr_NewClassMethod(...) \
    OWNED_TRACK_NEW("PyDescr_NewClassMethod", PyDescr_NewClassMethod(__VA_ARGS__))
#undef PyDescr_NewGetSet
#define PyDescr_NewGetSet(...) \
    OWNED_TRACK_NEW("PyDescr_NewGetSet", PyDescr_NewGetSet(__VA_ARGS__))
#undef PyDescr_NewMember
#define PyDescr_NewMember(...) \
    OWNED_TRACK_NEW("PyDescr_NewMember", PyDescr_NewMember(__VA_ARGS__))
#undef PyDescr_NewMethod
#define PyDescr_NewMethod(...) \
    OWNED_TRACK_NEW("PyDescr_NewMethod", PyDescr_NewMethod(__VA_ARGS__))
#if !defined(Py_LIMITED_API)
#undef PyDescr_NewWrapper
#define PyDescr_NewWrapper(...) \
    OWNED_TRACK_NEW("PyDescr_NewWrapper", PyDescr_NewWrapper(__VA_ARGS__))
#endif
#undef PyDictProxy_New
#define PyDictProxy_New(...) \
    OWNED_TRACK_NEW("PyDictProxy_New", PyDictProxy_New(__VA_ARGS__))
#undef PyWrapper_New
#define PyWrapper_New(...) \
    OWNED_TRACK_NEW("PyWrapper_New", PyWrapper_New(__VA_ARGS__))

/* dict */
#undef PyDict_Copy
#define PyDict_Copy(...) \
    OWNED_TRACK_NEW("PyDict_Copy", PyDict_Copy(__VA_ARGS__))
#if PY_VERSION_HEX >= 0x030D0000 && (!defined(Py_LIMITED_API) || Py_LIMITED_API + 0 >= 0x030D0000)
#undef PyDict_GetItemRef
#define PyDict_GetItemRef(dict, key, value) \
    (__extension__({ \
        PyObject **owned_track_value = (value); \
        int owned_track_of_call = PyDict_GetItemRef((dict), (key), owned_track_value); \
        (void)OWNED_TRACK_NEW("PyDict_GetItemRef", (PyObject *)*owned_track_value); \
        owned_track_of_call; \
    }))
#endif
#if PY_VERSION_HEX >= 0x030D0000 && (!defined(Py_LIMITED_API) || Py_LIMITED_API + 0 >= 0x030D0000)
#undef PyDict_GetItemStringRef
#define PyDict_GetItemStringRef(dict, key, value) \
    (__extension__({ \
        PyObject **owned_track_value = (value); \
        int owned_track_of_call = PyDict_GetItemStringRef((dict), (key), owned_track_value); \
        (void)OWNED_TRACK_NEW("PyDict_GetItemStringRef", (PyObject *)*owned_track_value); \
        owned_track_of_call; \
    }))
#endif
#undef PyDict_Items
#define PyDict_Items(...) \
    OWNED_TRACK_NEW("PyDict_Items", PyDict_Items(__VA_ARGS__))
#undef PyDict_Keys
#define PyDict_Keys(...) \
    OWNED_TRACK_NEW("PyDict_Keys", PyDict_Keys(__VA_ARGS__))
#undef PyDict_New
#define PyDict_New(...) \
    OWNED_TRACK_NEW("PyDict_New", PyDict_New(__VA_ARGS__))
#if PY_VERSION_HEX >= 0x030D0000 && !defined(Py_LIMITED_API)
#undef PyDict_Pop
#define PyDict_Pop(dict, key, value) \
    (__extension__({ \
        PyObject **owned_track_value = (value); \
        int owned_track_of_call = PyDict_Pop((dict), (key), owned_track_value); \
        (void)OWNED_TRACK_NEW("PyDict_Pop", (PyObject *)*owned_track_value); \
        owned_track_of_call; \
    }))
#endif
#if PY_VERSION_HEX >= 0x030D0000 && !defined(Py_LIMITED_API)
#undef PyDict_PopString
#define PyDict_PopString(dict, key, value) \
    (__extension__({ \
        PyObject **owned_track_value = (value); \
        int owned_track_of_call = PyDict_PopString((dict), (key), owned_track_value); \
        (void)OWNED_TRACK_NEW("PyDict_PopString", (PyObject *)*owned_track_value); \
        owned_track_of_call; \
    }))
#endif
#if PY_VERSION_HEX >= 0x030D0000 && (!defined(Py_LIMITED_API) || Py_LIMITED_API + 0 >= 0x030F0000)
#undef PyDict_SetDefaultRef
#define PyDict_SetDefaultRef(dict, key, default_value, value) \
    (__extension__({ \
        PyObject **owned_track_value = (value); \
        int owned_track_of_call = PyDict_SetDefaultRef((dict), (key), (default_value), owned_track_value); \
        (void)OWNED_TRACK_NEW("PyDict_SetDefaultRef", (PyObject *)*owned_track_value); \
        owned_track_of_call; \
    }))
#endif
#undef PyDict_Values
#define PyDict_Values(...) \
    OWNED_TRACK_NEW("PyDict_Values", PyDict_Values(__VA_ARGS__))
#if PY_VERSION_HEX >= 0x030F0000 && !defined(Py_LIMITED_API)
#undef PyFrozenDict_New
#define PyFrozenDict_New(...) \
    OWNED_TRACK_NEW("PyFrozenDict_New", PyFrozenDict_New(__VA_ARGS__))
#endif
#if !defined(Py_LIMITED_API)
#undef PyODict_New
#define PyODict_New(...) \
    OWNED_TRACK_NEW("PyODict_New", PyODict_New(__VA_ARGS__))
#endif

/* encoding */
#undef PyUnicode_AsASCIIString
#define PyUnicode_AsASCIIString(...) \
    OWNED_TRACK_NEW("PyUnicode_AsASCIIString", PyUnicode_AsASCIIString(__VA_ARGS__))
#undef PyUnicode_AsCharmapString
#define PyUnicode_AsCharmapString(...) \
    OWNED_TRACK_NEW("PyUnicode_AsCharmapString", PyUnicode_AsCharmapString(__VA_ARGS__))
#if PY_VERSION_HEX < 0x030F0000
#undef PyUnicode_AsDecodedObject
#define PyUnicode_AsDecodedObject(...) \
    OWNED_TRACK_NEW("PyUnicode_AsDecodedObject", PyUnicode_AsDecodedObject(__VA_ARGS__))
#endif
#if PY_VERSION_HEX < 0x030F0000
#undef PyUnicode_AsDecodedUnicode
#define PyUnicode_AsDecodedUnicode(...) \
    OWNED_TRACK_NEW("PyUnicode_AsDecodedUnicode", PyUnicode_AsDecodedUnicode(__VA_ARGS__))
#endif
#if PY_VERSION_HEX < 0x030F0000
#undef PyUnicode_AsEncodedObject
#define PyUnicode_AsEncodedObject(...) \
    OWNED_TRACK_NEW("PyUnicode_AsEncodedObject", PyUnicode_AsEncodedObject(__VA_ARGS__))
#endif
#undef PyUnicode_AsEncodedString
#define PyUnicode_AsEncodedString(...) \
    OWNED_TRACK_NEW("PyUnicode_AsEncodedString", PyUnicode_AsEncodedString(__VA_ARGS__))
#if PY_VERSION_HEX < 0x030F0000
#undef PyUnicode_AsEncodedUnicode
#define PyUnicode_AsEncodedUnicode(...) \
    OWNED_TRACK_NEW("PyUnicode_AsEncodedUnicode", PyUnicode_AsEncodedUnicode(__VA_ARGS__))
#endif
#undef PyUnicode_AsLatin1String
#define PyUnicode_AsLatin1String(...) \
    OWNED_TRACK_NEW("PyUnicode_AsLatin1String", PyUnicode_AsLatin1String(__VA_ARGS__))
#undef PyUnicode_AsMBCSString
#define PyUnicode_AsMBCSString(...) \
    OWNED_TRACK_NEW("PyUnicode_AsMBCSString", PyUnicode_AsMBCSString(__VA_ARGS__))
#undef PyUnicode_AsRawUnicodeEscapeString
#define PyUnicode_AsRawUnicodeEscapeString(...) \
    OWNED_TRACK_NEW("PyUnicode_AsRawUnicodeEscapeString", PyUnicode_AsRawUnicodeEscapeString(__VA_ARGS__))
#undef PyUnicode_AsUnicodeEscapeString
#define PyUnicode_AsUnicodeEscapeString(...) \
    OWNED_TRACK_NEW("PyUnicode_AsUnicodeEscapeString", PyUnicode_AsUnicodeEscapeString(__VA_ARGS__))
#undef PyUnicode_AsUTF16String
#define PyUnicode_AsUTF16String(...) \
    OWNED_TRACK_NEW("PyUnicode_AsUTF16String", PyUnicode_AsUTF16String(__VA_ARGS__))
#undef PyUnicode_AsUTF32String
#define PyUnicode_AsUTF32String(...) \
    OWNED_TRACK_NEW("PyUnicode_AsUTF32String", PyUnicode_AsUTF32String(__VA_ARGS__))
#undef PyUnicode_AsUTF8String
#define PyUnicode_AsUTF8String(...) \
    OWNED_TRACK_NEW("PyUnicode_AsUTF8String", PyUnicode_AsUTF8String(__VA_ARGS__))
#undef PyUnicode_BuildEncodingMap
#define PyUnicode_BuildEncodingMap(...) \
    OWNED_TRACK_NEW("PyUnicode_BuildEncodingMap", PyUnicode_BuildEncodingMap(__VA_ARGS__))
#undef PyUnicode_Decode
#define PyUnicode_Decode(...) \
    OWNED_TRACK_NEW("PyUnicode_Decode", PyUnicode_Decode(__VA_ARGS__))
#undef PyUnicode_DecodeASCII
#define PyUnicode_DecodeASCII(...) \
    OWNED_TRACK_NEW("PyUnicode_DecodeASCII", PyUnicode_DecodeASCII(__VA_ARGS__))
#undef PyUnicode_DecodeCharmap
#define PyUnicode_DecodeCharmap(...) \
    OWNED_TRACK_NEW("PyUnicode_DecodeCharmap", PyUnicode_DecodeCharmap(__VA_ARGS__))
#undef PyUnicode_DecodeCodePageStateful
#define PyUnicode_DecodeCodePageStateful(...) \
    OWNED_TRACK_NEW("PyUnicode_DecodeCodePageStateful", PyUnicode_DecodeCodePageStateful(__VA_ARGS__))
#undef PyUnicode_DecodeFSDefault
#define PyUnicode_DecodeFSDefault(...) \
    OWNED_TRACK_NEW("PyUnicode_DecodeFSDefault", PyUnicode_DecodeFSDefault(__VA_ARGS__))
#undef PyUnicode_DecodeFSDefaultAndSize
#define PyUnicode_DecodeFSDefaultAndSize(...) \
    OWNED_TRACK_NEW("PyUnicode_DecodeFSDefaultAndSize", PyUnicode_DecodeFSDefaultAndSize(__VA_ARGS__))
#undef PyUnicode_DecodeLatin1
#define PyUnicode_DecodeLatin1(...) \
    OWNED_TRACK_NEW("PyUnicode_DecodeLatin1", PyUnicode_DecodeLatin1(__VA_ARGS__))
#undef PyUnicode_DecodeLocale
#define PyUnicode_DecodeLocale(...) \
    OWNED_TRACK_NEW("PyUnicode_DecodeLocale", PyUnicode_DecodeLocale(__VA_ARGS__))
#undef PyUnicode_DecodeLocaleAndSize
#define PyUnicode_DecodeLocaleAndSize(...) \
    OWNED_TRACK_NEW("PyUnicode_DecodeLocaleAndSize", PyUnicode_DecodeLocaleAndSize(__VA_ARGS__))
#undef PyUnicode_DecodeMBCS
#define PyUnicode_DecodeMBCS(...) \
    OWNED_TRACK_NEW("PyUnicode_DecodeMBCS", PyUnicode_DecodeMBCS(__VA_ARGS__))
#undef PyUnicode_DecodeMBCSStateful
#define PyUnicode_DecodeMBCSStateful(...) \
    OWNED_TRACK_NEW("PyUnicode_DecodeMBCSStateful", PyUnicode_DecodeMBCSStateful(__VA_ARGS__))
#undef PyUnicode_DecodeRawUnicodeEscape
#define PyUnicode_DecodeRawUnicodeEscape(...) \
    OWNED_TRACK_NEW("PyUnicode_DecodeRawUnicodeEscape", PyUnicode_DecodeRawUnicodeEscape(__VA_ARGS__))
#undef PyUnicode_DecodeUnicodeEscape
#define PyUnicode_DecodeUnicodeEscape(...) \
    OWNED_TRACK_NEW("PyUnicode_DecodeUnicodeEscape", PyUnicode_DecodeUnicodeEscape(__VA_ARGS__))
#undef PyUnicode_DecodeUTF16
#define PyUnicode_DecodeUTF16(...) \
    OWNED_TRACK_NEW("PyUnicode_DecodeUTF16", PyUnicode_DecodeUTF16(__VA_ARGS__))
#undef PyUnicode_DecodeUTF16Stateful
#define PyUnicode_DecodeUTF16Stateful(...) \
    OWNED_TRACK_NEW("PyUnicode_DecodeUTF16Stateful", PyUnicode_DecodeUTF16Stateful(__VA_ARGS__))
#undef PyUnicode_DecodeUTF32
#define PyUnicode_DecodeUTF32(...) \
    OWNED_TRACK_NEW("PyUnicode_DecodeUTF32", PyUnicode_DecodeUTF32(__VA_ARGS__))
#undef PyUnicode_DecodeUTF32Stateful
#define PyUnicode_DecodeUTF32Stateful(...) \
    OWNED_TRACK_NEW("PyUnicode_DecodeUTF32Stateful", PyUnicode_DecodeUTF32Stateful(__VA_ARGS__))
#undef PyUnicode_DecodeUTF7
#define PyUnicode_DecodeUTF7(...) \
    OWNED_TRACK_NEW("PyUnicode_DecodeUTF7", PyUnicode_DecodeUTF7(__VA_ARGS__))
#undef PyUnicode_DecodeUTF7Stateful
#define PyUnicode_DecodeUTF7Stateful(...) \
    OWNED_TRACK_NEW("PyUnicode_DecodeUTF7Stateful", PyUnicode_DecodeUTF7Stateful(__VA_ARGS__))
#undef PyUnicode_DecodeUTF8
#define PyUnicode_DecodeUTF8(...) \
    OWNED_TRACK_NEW("PyUnicode_DecodeUTF8", PyUnicode_DecodeUTF8(__VA_ARGS__))
#undef PyUnicode_DecodeUTF8Stateful
#define PyUnicode_DecodeUTF8Stateful(...) \
    OWNED_TRACK_NEW("PyUnicode_DecodeUTF8Stateful", PyUnicode_DecodeUTF8Stateful(__VA_ARGS__))
#undef PyUnicode_EncodeCodePage
#define PyUnicode_EncodeCodePage(...) \
    OWNED_TRACK_NEW("PyUnicode_EncodeCodePage", PyUnicode_EncodeCodePage(__VA_ARGS__))
#undef PyUnicode_EncodeFSDefault
#define PyUnicode_EncodeFSDefault(...) \
    OWNED_TRACK_NEW("PyUnicode_EncodeFSDefault", PyUnicode_EncodeFSDefault(__VA_ARGS__))
#undef PyUnicode_EncodeLocale
#define PyUnicode_EncodeLocale(...) \
    OWNED_TRACK_NEW("PyUnicode_EncodeLocale", PyUnicode_EncodeLocale(__VA_ARGS__))
#undef PyUnicode_FromEncodedObject
#define PyUnicode_FromEncodedObject(...) \
    OWNED_TRACK_NEW("PyUnicode_FromEncodedObject", PyUnicode_FromEncodedObject(__VA_ARGS__))

/* err */
#undef PyErr_Fetch
#define PyErr_Fetch(class, value, traceback) \
    (__extension__({ \
        PyObject **owned_track_class = (class); \
        PyObject **owned_track_value = (value); \
        PyObject **owned_track_traceback = (traceback); \
        PyErr_Fetch(owned_track_class, owned_track_value, owned_track_traceback); \
        (void)OWNED_TRACK_NEW("PyErr_Fetch", (PyObject *)*owned_track_class); \
        (void)OWNED_TRACK_NEW("PyErr_Fetch", (PyObject *)*owned_track_value); \
        (void)OWNED_TRACK_NEW("PyErr_Fetch", (PyObject *)*owned_track_traceback); \
        (void)0; \
    }))
#undef PyErr_GetExcInfo
#define PyErr_GetExcInfo(class, value, traceback) \
    (__extension__({ \
        PyObject **owned_track_class = (class); \
        PyObject **owned_track_value = (value); \
        PyObject **owned_track_traceback = (traceback); \
        PyErr_GetExcInfo(owned_track_class, owned_track_value, owned_track_traceback); \
        (void)OWNED_TRACK_NEW("PyErr_GetExcInfo", (PyObject *)*owned_track_class); \
        (void)OWNED_TRACK_NEW("PyErr_GetExcInfo", (PyObject *)*owned_track_value); \
        (void)OWNED_TRACK_NEW("PyErr_GetExcInfo", (PyObject *)*owned_track_traceback); \
        (void)0; \
    }))
#undef PyErr_GetHandledException
#define PyErr_GetHandledException(...) \
    OWNED_TRACK_NEW("PyErr_GetHandledException", PyErr_GetHandledException(__VA_ARGS__))
#if PY_VERSION_HEX >= 0x030C0000 && (!defined(Py_LIMITED_API) || Py_LIMITED_API + 0 >= 0x030C0000)
#undef PyErr_GetRaisedException
#define PyErr_GetRaisedException(...) \
    OWNED_TRACK_NEW("PyErr_GetRaisedException", PyErr_GetRaisedException(__VA_ARGS__))
#endif
#undef PyErr_NewException
#define PyErr_NewException(...) \
    OWNED_TRACK_NEW("PyErr_NewException", PyErr_NewException(__VA_ARGS__))
#undef PyErr_NewExceptionWithDoc
#define PyErr_NewExceptionWithDoc(...) \
    OWNED_TRACK_NEW("PyErr_NewExceptionWithDoc", PyErr_NewExceptionWithDoc(__VA_ARGS__))
#undef PyErr_NoMemory
#define PyErr_NoMemory(...) \
    OWNED_TRACK_NEW("PyErr_NoMemory", PyErr_NoMemory(__VA_ARGS__))
#undef PyErr_NormalizeException
#define PyErr_NormalizeException(class, value, traceback) \
    (__extension__({ \
        PyObject **owned_track_class = (class); \
        (void)OWNED_TRACK_STOLEN("PyErr_NormalizeException", *owned_track_class); \
        PyObject **owned_track_value = (value); \
        (void)OWNED_TRACK_STOLEN("PyErr_NormalizeException", *owned_track_value); \
        PyObject **owned_track_traceback = (traceback); \
        (void)OWNED_TRACK_STOLEN("PyErr_NormalizeException", *owned_track_traceback); \
        PyErr_NormalizeException(owned_track_class, owned_track_value, owned_track_traceback); \
        (void)OWNED_TRACK_NEW("PyErr_NormalizeException", (PyObject *)*owned_track_class); \
        (void)OWNED_TRACK_NEW("PyErr_NormalizeException", (PyObject *)*owned_track_value); \
        (void)OWNED_TRACK_NEW("PyErr_NormalizeException", (PyObject *)*owned_track_traceback); \
        (void)0; \
    }))
#undef PyErr_ProgramText
#define PyErr_ProgramText(...) \
    OWNED_TRACK_NEW("PyErr_ProgramText", PyErr_ProgramText(__VA_ARGS__))
#if !defined(Py_LIMITED_API)
#undef PyErr_ProgramTextObject
#define PyErr_ProgramTextObject(...) \
    OWNED_TRACK_NEW("PyErr_ProgramTextObject", PyErr_ProgramTextObject(__VA_ARGS__))
#endif
#undef PyErr_Restore
#define PyErr_Restore(class, value, traceback) \
    PyErr_Restore(OWNED_TRACK_STOLEN("PyErr_Restore", (class)), OWNED_TRACK_STOLEN("PyErr_Restore", (value)), OWNED_TRACK_STOLEN("PyErr_Restore", (traceback)))
#undef PyErr_SetExcFromWindowsErr
#define PyErr_SetExcFromWindowsErr(...) \
    OWNED_TRACK_NEW("PyErr_SetExcFromWindowsErr", PyErr_SetExcFromWindowsErr(__VA_ARGS__))
#undef PyErr_SetExcFromWindowsErrWithFilename
#define PyErr_SetExcFromWindowsErrWithFilename(...) \
    OWNED_TRACK_NEW("PyErr_SetExcFromWindowsErrWithFilename", PyErr_SetExcFromWindowsErrWithFilename(__VA_ARGS__))
#undef PyErr_SetExcFromWindowsErrWithFilenameObject
#define PyErr_SetExcFromWindowsErrWithFilenameObject(...) \
    OWNED_TRACK_NEW("PyErr_SetExcFromWindowsErrWithFilenameObject", PyErr_SetExcFromWindowsErrWithFilenameObject(__VA_ARGS__))
#undef PyErr_SetExcFromWindowsErrWithFilenameObjects
#define PyErr_SetExcFromWindowsErrWithFilenameObjects(...) \
    OWNED_TRACK_NEW("PyErr_SetExcFromWindowsErrWithFilenameObjects", PyErr_SetExcFromWindowsErrWithFilenameObjects(__VA_ARGS__))
#undef PyErr_SetExcInfo
#define PyErr_SetExcInfo(class, value, traceback) \
    PyErr_SetExcInfo(OWNED_TRACK_STOLEN("PyErr_SetExcInfo", (class)), OWNED_TRACK_STOLEN("PyErr_SetExcInfo", (value)), OWNED_TRACK_STOLEN("PyErr_SetExcInfo", (traceback)))
#undef PyErr_SetFromErrno
#define PyErr_SetFromErrno(...) \
    OWNED_TRACK_NEW("PyErr_SetFromErrno", PyErr_SetFromErrno(__VA_ARGS__))
#undef PyErr_SetFromErrnoWithFilename
#define PyErr_SetFromErrnoWithFilename(...) \
    OWNED_TRACK_NEW("PyErr_SetFromErrnoWithFilename", PyErr_SetFromErrnoWithFilename(__VA_ARGS__))
#undef PyErr_SetFromErrnoWithFilenameObject
#define PyErr_SetFromErrnoWithFilenameObject(...) \
    OWNED_TRACK_NEW("PyErr_SetFromErrnoWithFilenameObject", PyErr_SetFromErrnoWithFilenameObject(__VA_ARGS__))
#undef PyErr_SetFromErrnoWithFilenameObjects
#define PyErr_SetFromErrnoWithFilenameObjects(...) \
    OWNED_TRACK_NEW("PyErr_SetFromErrnoWithFilenameObjects", PyErr_SetFromErrnoWithFilenameObjects(__VA_ARGS__))
#undef PyErr_SetFromWindowsErr
#define PyErr_SetFromWindowsErr(...) \
    OWNED_TRACK_NEW("PyErr_SetFromWindowsErr", PyErr_SetFromWindowsErr(__VA_ARGS__))
#undef PyErr_SetFromWindowsErrWithFilename
#define PyErr_SetFromWindowsErrWithFilename(...) \
    OWNED_TRACK_NEW("PyErr_SetFromWindowsErrWithFilename", PyErr_SetFromWindowsErrWithFilename(__VA_ARGS__))
#undef PyErr_SetImportError
#define PyErr_SetImportError(...) \
    OWNED_TRACK_NEW("PyErr_SetImportError", PyErr_SetImportError(__VA_ARGS__))
#undef PyErr_SetImportErrorSubclass
#define PyErr_SetImportErrorSubclass(...) \
    OWNED_TRACK_NEW("PyErr_SetImportErrorSubclass", PyErr_SetImportErrorSubclass(__VA_ARGS__))
#if PY_VERSION_HEX >= 0x030C0000 && (!defined(Py_LIMITED_API) || Py_LIMITED_API + 0 >= 0x030C0000)
#undef PyErr_SetRaisedException
#define PyErr_SetRaisedException(exception) \
    PyErr_SetRaisedException(OWNED_TRACK_STOLEN("PyErr_SetRaisedException", (exception)))
#endif

/* eval */
#if PY_VERSION_HEX < 0x030D0000
#undef PyEval_CallObjectWithKeywords
#define PyEval_CallObjectWithKeywords(...) \
    OWNED_TRACK_NEW("PyEval_CallObjectWithKeywords", PyEval_CallObjectWithKeywords(__VA_ARGS__))
#endif
#undef PyEval_EvalCode
#define PyEval_EvalCode(...) \
    OWNED_TRACK_NEW("PyEval_EvalCode", PyEval_EvalCode(__VA_ARGS__))
#undef PyEval_EvalCodeEx
#define PyEval_EvalCodeEx(...) \
    OWNED_TRACK_NEW("PyEval_EvalCodeEx", PyEval_EvalCodeEx(__VA_ARGS__))
#undef PyEval_EvalFrame
#define PyEval_EvalFrame(...) \
    OWNED_TRACK_NEW("PyEval_EvalFrame", PyEval_EvalFrame(__VA_ARGS__))
#undef PyEval_EvalFrameEx
#define PyEval_EvalFrameEx(...) \
    OWNED_TRACK_NEW("PyEval_EvalFrameEx", PyEval_EvalFrameEx(__VA_ARGS__))
#if PY_VERSION_HEX >= 0x030D0000 && (!defined(Py_LIMITED_API) || Py_LIMITED_API + 0 >= 0x030D0000)
#undef PyEval_GetFrameBuiltins
#define PyEval_GetFrameBuiltins(...) \
    OWNED_TRACK_NEW("PyEval_GetFrameBuiltins", PyEval_GetFrameBuiltins(__VA_ARGS__))
#endif
#if PY_VERSION_HEX >= 0x030D0000 && (!defined(Py_LIMITED_API) || Py_LIMITED_API + 0 >= 0x030D0000)
#undef PyEval_GetFrameGlobals
#define PyEval_GetFrameGlobals(...) \
    OWNED_TRACK_NEW("PyEval_GetFrameGlobals", PyEval_GetFrameGlobals(__VA_ARGS__))
#endif
#if PY_VERSION_HEX >= 0x030D0000 && (!defined(Py_LIMITED_API) || Py_LIMITED_API + 0 >= 0x030D0000)
#undef PyEval_GetFrameLocals
#define PyEval_GetFrameLocals(...) \
    OWNED_TRACK_NEW("PyEval_GetFrameLocals", PyEval_GetFrameLocals(__VA_ARGS__))
#endif

/* exception */
#if PY_VERSION_HEX >= 0x030C0000 && (!defined(Py_LIMITED_API) || Py_LIMITED_API + 0 >= 0x030C0000)
#undef PyException_GetArgs
#define PyException_GetArgs(...) \
    OWNED_TRACK_NEW("PyException_GetArgs", PyException_GetArgs(__VA_ARGS__))
#endif
#undef PyException_GetCause
#define PyException_GetCause(...) \
    OWNED_TRACK_NEW("PyException_GetCause", PyException_GetCause(__VA_ARGS__))
#undef PyException_GetContext
#define PyException_GetContext(...) \
    OWNED_TRACK_NEW("PyException_GetContext", PyException_GetContext(__VA_ARGS__))
#undef PyException_GetTraceback
#define PyException_GetTraceback(...) \
    OWNED_TRACK_NEW("PyException_GetTraceback", PyException_GetTraceback(__VA_ARGS__))
#undef PyException_SetCause
#define PyException_SetCause(exception, cause) \
    PyException_SetCause((exception), OWNED_TRACK_STOLEN("PyException_SetCause", (cause)))
#undef PyException_SetContext
#define PyException_SetContext(exception, context) \
    PyException_SetContext((exception), OWNED_TRACK_STOLEN("PyException_SetContext", (context)))
#undef PyUnicodeDecodeError_Create
#define PyUnicodeDecodeError_Create(...) \
    OWNED_TRACK_NEW("PyUnicodeDecodeError_Create", PyUnicodeDecodeError_Create(__VA_ARGS__))
#undef PyUnicodeDecodeError_GetEncoding
#define PyUnicodeDecodeError_GetEncoding(...) \
    OWNED_TRACK_NEW("PyUnicodeDecodeError_GetEncoding", PyUnicodeDecodeError_GetEncoding(__VA_ARGS__))
#undef PyUnicodeDecodeError_GetObject
#define PyUnicodeDecodeError_GetObject(...) \
    OWNED_TRACK_NEW("PyUnicodeDecodeError_GetObject", PyUnicodeDecodeError_GetObject(__VA_ARGS__))
#undef PyUnicodeDecodeError_GetReason
#define PyUnicodeDecodeError_GetReason(...) \
    OWNED_TRACK_NEW("PyUnicodeDecodeError_GetReason", PyUnicodeDecodeError_GetReason(__VA_ARGS__))
#undef PyUnicodeEncodeError_GetEncoding
#define PyUnicodeEncodeError_GetEncoding(...) \
    OWNED_TRACK_NEW("PyUnicodeEncodeError_GetEncoding", PyUnicodeEncodeError_GetEncoding(__VA_ARGS__))
#undef PyUnicodeEncodeError_GetObject
#define PyUnicodeEncodeError_GetObject(...) \
    OWNED_TRACK_NEW("PyUnicodeEncodeError_GetObject", PyUnicodeEncodeError_GetObject(__VA_ARGS__))
#undef PyUnicodeEncodeError_GetReason
#define PyUnicodeEncodeError_GetReason(...) \
    OWNED_TRACK_NEW("PyUnicodeEncodeError_GetReason", PyUnicodeEncodeError_GetReason(__VA_ARGS__))
#undef PyUnicodeTranslateError_GetObject
#define PyUnicodeTranslateError_GetObject(...) \
    OWNED_TRACK_NEW("PyUnicodeTranslateError_GetObject", PyUnicodeTranslateError_GetObject(__VA_ARGS__))
#undef PyUnicodeTranslateError_GetReason
#define PyUnicodeTranslateError_GetReason(...) \
    OWNED_TRACK_NEW("PyUnicodeTranslateError_GetReason", PyUnicodeTranslateError_GetReason(__VA_ARGS__))
#if PY_VERSION_HEX >= 0x030C0000 && !defined(Py_LIMITED_API)
#undef PyUnstable_Exc_PrepReraiseStar
#define PyUnstable_Exc_PrepReraiseStar(...) \
    OWNED_TRACK_NEW("PyUnstable_Exc_PrepReraiseStar", PyUnstable_Exc_PrepReraiseStar(__VA_ARGS__))
#endif

/* file */
#undef PyFile_FromFd
#define PyFile_FromFd(...) \
    OWNED_TRACK_NEW("PyFile_FromFd", PyFile_FromFd(__VA_ARGS__))
#undef PyFile_GetLine
#define PyFile_GetLine(...) \
    OWNED_TRACK_NEW("PyFile_GetLine", PyFile_GetLine(__VA_ARGS__))
#if !defined(Py_LIMITED_API)
#undef PyFile_NewStdPrinter
#define PyFile_NewStdPrinter(...) \
    OWNED_TRACK_NEW("PyFile_NewStdPrinter", PyFile_NewStdPrinter(__VA_ARGS__))
#endif
#if !defined(Py_LIMITED_API)
#undef PyFile_OpenCode
#define PyFile_OpenCode(...) \
    OWNED_TRACK_NEW("PyFile_OpenCode", PyFile_OpenCode(__VA_ARGS__))
#endif
#if !defined(Py_LIMITED_API)
#undef PyFile_OpenCodeObject
#define PyFile_OpenCodeObject(...) \
    OWNED_TRACK_NEW("PyFile_OpenCodeObject", PyFile_OpenCodeObject(__VA_ARGS__))
#endif

/* float */
#undef PyFloat_FromDouble
#define PyFloat_FromDouble(...) \
    OWNED_TRACK_NEW("PyFloat_FromDouble", PyFloat_FromDouble(__VA_ARGS__))
#undef PyFloat_FromString
#define PyFloat_FromString(...) \
    OWNED_TRACK_NEW("PyFloat_FromString", PyFloat_FromString(__VA_ARGS__))
#undef PyFloat_GetInfo
#define PyFloat_GetInfo(...) \
    OWNED_TRACK_NEW("PyFloat_GetInfo", PyFloat_GetInfo(__VA_ARGS__))

/* frame */
#if !defined(Py_LIMITED_API)
#undef PyFrame_GetBack
#define PyFrame_GetBack(...) \
    ((PyFrameObject *)OWNED_TRACK_NEW("PyFrame_GetBack", (PyObject *)PyFrame_GetBack(__VA_ARGS__)))
#endif
#if !defined(Py_LIMITED_API)
#undef PyFrame_GetBuiltins
#define PyFrame_GetBuiltins(...) \
    OWNED_TRACK_NEW("PyFrame_GetBuiltins", PyFrame_GetBuiltins(__VA_ARGS__))
#endif
#undef PyFrame_GetCode
#define PyFrame_GetCode(...) \
    ((PyCodeObject *)OWNED_TRACK_NEW("PyFrame_GetCode", (PyObject *)PyFrame_GetCode(__VA_ARGS__)))
#if !defined(Py_LIMITED_API)
#undef PyFrame_GetGenerator
#define PyFrame_GetGenerator(...) \
    OWNED_TRACK_NEW("PyFrame_GetGenerator", PyFrame_GetGenerator(__VA_ARGS__))
#endif
#if !defined(Py_LIMITED_API)
#undef PyFrame_GetGlobals
#define PyFrame_GetGlobals(...) \
    OWNED_TRACK_NEW("PyFrame_GetGlobals", PyFrame_GetGlobals(__VA_ARGS__))
#endif
#if !defined(Py_LIMITED_API)
#undef PyFrame_GetLocals
#define PyFrame_GetLocals(...) \
    OWNED_TRACK_NEW("PyFrame_GetLocals", PyFrame_GetLocals(__VA_ARGS__))
#endif
#if PY_VERSION_HEX >= 0x030C0000 && !defined(Py_LIMITED_API)
#undef PyFrame_GetVar
#define PyFrame_GetVar(...) \
    OWNED_TRACK_NEW("PyFrame_GetVar", PyFrame_GetVar(__VA_ARGS__))
#endif
#if PY_VERSION_HEX >= 0x030C0000 && !defined(Py_LIMITED_API)
#undef PyFrame_GetVarString
#define PyFrame_GetVarString(...) \
    OWNED_TRACK_NEW("PyFrame_GetVarString", PyFrame_GetVarString(__VA_ARGS__))
#endif
#if !defined(Py_LIMITED_API)
#undef PyFrame_New
#define PyFrame_New(...) \
    ((PyFrameObject *)OWNED_TRACK_NEW("PyFrame_New", (PyObject *)PyFrame_New(__VA_ARGS__)))
#endif
#if PY_VERSION_HEX >= 0x030C0000 && !defined(Py_LIMITED_API)
#undef PyUnstable_InterpreterFrame_GetCode
#define PyUnstable_InterpreterFrame_GetCode(...) \
    OWNED_TRACK_NEW("PyUnstable_InterpreterFrame_GetCode", PyUnstable_InterpreterFrame_GetCode(__VA_ARGS__))
#endif

/* function */
#if PY_VERSION_HEX < 0x030D0000
#undef PyCFunction_Call
#define PyCFunction_Call(...) \
    OWNED_TRACK_NEW("PyCFunction_Call", PyCFunction_Call(__VA_ARGS__))
#endif
#undef PyCFunction_New
#define PyCFunction_New(...) \
    OWNED_TRACK_NEW("PyCFunction_New", PyCFunction_New(__VA_ARGS__))
#undef PyCFunction_NewEx
#define PyCFunction_NewEx(...) \
    OWNED_TRACK_NEW("PyCFunction_NewEx", PyCFunction_NewEx(__VA_ARGS__))
#if !defined(Py_LIMITED_API)
#undef PyClassMethod_New
#define PyClassMethod_New(...) \
    OWNED_TRACK_NEW("PyClassMethod_New", PyClassMethod_New(__VA_ARGS__))
#endif
#undef PyCMethod_New
#define PyCMethod_New(...) \
    OWNED_TRACK_NEW("PyCMethod_New", PyCMethod_New(__VA_ARGS__))
#if !defined(Py_LIMITED_API)
#undef PyFunction_New
#define PyFunction_New(...) \
    OWNED_TRACK_NEW("PyFunction_New", PyFunction_New(__VA_ARGS__))
#endif
#if !defined(Py_LIMITED_API)
#undef PyFunction_NewWithQualName
#define PyFunction_NewWithQualName(...) \
    OWNED_TRACK_NEW("PyFunction_NewWithQualName", PyFunction_NewWithQualName(__VA_ARGS__))
#endif
#if !defined(Py_LIMITED_API)
#undef PyInstanceMethod_New
#define PyInstanceMethod_New(...) \
    OWNED_TRACK_NEW("PyInstanceMethod_New", PyInstanceMethod_New(__VA_ARGS__))
#endif
#if !defined(Py_LIMITED_API)
#undef PyMethod_New
#define PyMethod_New(...) \
    OWNED_TRACK_NEW("PyMethod_New", PyMethod_New(__VA_ARGS__))
#endif
#if !defined(Py_LIMITED_API)
#undef PyStaticMethod_New
#define PyStaticMethod_New(...) \
    OWNED_TRACK_NEW("PyStaticMethod_New", PyStaticMethod_New(__VA_ARGS__))
#endif

/* generator */
#if !defined(Py_LIMITED_API)
#undef PyAsyncGen_New
#define PyAsyncGen_New(frame, name, qualname) \
    OWNED_TRACK_NEW("PyAsyncGen_New", PyAsyncGen_New((PyFrameObject *)OWNED_TRACK_STOLEN("PyAsyncGen_New", (frame)), (name), (qualname)))
#endif
#if !defined(Py_LIMITED_API)
#undef PyCoro_New
#define PyCoro_New(frame, name, qualname) \
    OWNED_TRACK_NEW("PyCoro_New", PyCoro_New((PyFrameObject *)OWNED_TRACK_STOLEN("PyCoro_New", (frame)), (name), (qualname)))
#endif
#if PY_VERSION_HEX >= 0x030C0000 && !defined(Py_LIMITED_API)
#undef PyGen_GetCode
#define PyGen_GetCode(...) \
    ((PyCodeObject *)OWNED_TRACK_NEW("PyGen_GetCode", (PyObject *)PyGen_GetCode(__VA_ARGS__)))
#endif
#if !defined(Py_LIMITED_API)
#undef PyGen_New
#define PyGen_New(frame) \
    OWNED_TRACK_NEW("PyGen_New", PyGen_New((PyFrameObject *)OWNED_TRACK_STOLEN("PyGen_New", (frame))))
#endif
#if !defined(Py_LIMITED_API)
#undef PyGen_NewWithQualName
#define PyGen_NewWithQualName(frame, name, qualname) \
    OWNED_TRACK_NEW("PyGen_NewWithQualName", PyGen_NewWithQualName((PyFrameObject *)OWNED_TRACK_STOLEN("PyGen_NewWithQualName", (frame)), (name), (qualname)))
#endif

/* import */
#if PY_VERSION_HEX >= 0x030D0000 && (!defined(Py_LIMITED_API) || Py_LIMITED_API + 0 >= 0x030D0000)
#undef PyImport_AddModuleRef
#define PyImport_AddModuleRef(...) \
    OWNED_TRACK_NEW("PyImport_AddModuleRef", PyImport_AddModuleRef(__VA_ARGS__))
#endif
#if PY_VERSION_HEX >= 0x030F0000 && !defined(Py_LIMITED_API)
#undef PyImport_CreateModuleFromInitfunc
#define PyImport_CreateModuleFromInitfunc(...) \
    OWNED_TRACK_NEW("PyImport_CreateModuleFromInitfunc", PyImport_CreateModuleFromInitfunc(__VA_ARGS__))
#endif
#undef PyImport_ExecCodeModule
#define PyImport_ExecCodeModule(...) \
    OWNED_TRACK_NEW("PyImport_ExecCodeModule", PyImport_ExecCodeModule(__VA_ARGS__))
#undef PyImport_ExecCodeModuleEx
#define PyImport_ExecCodeModuleEx(...) \
    OWNED_TRACK_NEW("PyImport_ExecCodeModuleEx", PyImport_ExecCodeModuleEx(__VA_ARGS__))
#undef PyImport_ExecCodeModuleObject
#define PyImport_ExecCodeModuleObject(...) \
    OWNED_TRACK_NEW("PyImport_ExecCodeModuleObject", PyImport_ExecCodeModuleObject(__VA_ARGS__))
#undef PyImport_ExecCodeModuleWithPathnames
#define PyImport_ExecCodeModuleWithPathnames(...) \
    OWNED_TRACK_NEW("PyImport_ExecCodeModuleWithPathnames", PyImport_ExecCodeModuleWithPathnames(__VA_ARGS__))
#undef PyImport_GetImporter
#define PyImport_GetImporter(...) \
    OWNED_TRACK_NEW("PyImport_GetImporter", PyImport_GetImporter(__VA_ARGS__))
#if PY_VERSION_HEX >= 0x030F0000 && !defined(Py_LIMITED_API)
#undef PyImport_GetLazyImportsFilter
#define PyImport_GetLazyImportsFilter(...) \
    OWNED_TRACK_NEW("PyImport_GetLazyImportsFilter", PyImport_GetLazyImportsFilter(__VA_ARGS__))
#endif
#undef PyImport_GetModule
#define PyImport_GetModule(...) \
    OWNED_TRACK_NEW("PyImport_GetModule", PyImport_GetModule(__VA_ARGS__))
#undef PyImport_Import
#define PyImport_Import(...) \
    OWNED_TRACK_NEW("PyImport_Import", PyImport_Import(__VA_ARGS__))
#undef PyImport_ImportModule
#define PyImport_ImportModule(...) \
    OWNED_TRACK_NEW("PyImport_ImportModule", PyImport_ImportModule(__VA_ARGS__))
#if PY_VERSION_HEX >= 0x030E0000 && !defined(Py_LIMITED_API)
#undef PyImport_ImportModuleAttr
#define PyImport_ImportModuleAttr(...) \
    OWNED_TRACK_NEW("PyImport_ImportModuleAttr", PyImport_ImportModuleAttr(__VA_ARGS__))
#endif
#if PY_VERSION_HEX >= 0x030E0000 && !defined(Py_LIMITED_API)
#undef PyImport_ImportModuleAttrString
#define PyImport_ImportModuleAttrString(...) \
    OWNED_TRACK_NEW("PyImport_ImportModuleAttrString", PyImport_ImportModuleAttrString(__VA_ARGS__))
#endif
#undef PyImport_ImportModuleLevel
#define PyImport_ImportModuleLevel(...) \
    OWNED_TRACK_NEW("PyImport_ImportModuleLevel", PyImport_ImportModuleLevel(__VA_ARGS__))
#undef PyImport_ImportModuleLevelObject
#define PyImport_ImportModuleLevelObject(...) \
    OWNED_TRACK_NEW("PyImport_ImportModuleLevelObject", PyImport_ImportModuleLevelObject(__VA_ARGS__))
#if PY_VERSION_HEX < 0x030F0000
#undef PyImport_ImportModuleNoBlock
#define PyImport_ImportModuleNoBlock(...) \
    OWNED_TRACK_NEW("PyImport_ImportModuleNoBlock", PyImport_ImportModuleNoBlock(__VA_ARGS__))
#endif
#undef PyImport_ReloadModule
#define PyImport_ReloadModule(...) \
    OWNED_TRACK_NEW("PyImport_ReloadModule", PyImport_ReloadModule(__VA_ARGS__))

/* iter */
#undef PyCallIter_New
#define PyCallIter_New(...) \
    OWNED_TRACK_NEW("PyCallIter_New", PyCallIter_New(__VA_ARGS__))
#undef PyIter_Next
#define PyIter_Next(...) \
    OWNED_TRACK_NEW("PyIter_Next", PyIter_Next(__VA_ARGS__))
#if PY_VERSION_HEX >= 0x030E0000 && (!defined(Py_LIMITED_API) || Py_LIMITED_API + 0 >= 0x030E0000)
#undef PyIter_NextItem
#define PyIter_NextItem(iterator, item) \
    (__extension__({ \
        PyObject **owned_track_item = (item); \
        int owned_track_of_call = PyIter_NextItem((iterator), owned_track_item); \
        (void)OWNED_TRACK_NEW("PyIter_NextItem", (PyObject *)*owned_track_item); \
        owned_track_of_call; \
    }))
#endif
#undef PyIter_Send
#define PyIter_Send(iterator, value, result) \
    (__extension__({ \
        PyObject **owned_track_result = (result); \
        PySendResult owned_track_of_call = PyIter_Send((iterator), (value), owned_track_result); \
        (void)OWNED_TRACK_NEW("PyIter_Send", (PyObject *)*owned_track_result); \
        owned_track_of_call; \
    }))
#undef PySeqIter_New
#define PySeqIter_New(...) \
    OWNED_TRACK_NEW("PySeqIter_New", PySeqIter_New(__VA_ARGS__))

/* list */
#undef PyList_AsTuple
#define PyList_AsTuple(...) \
    OWNED_TRACK_NEW("PyList_AsTuple", PyList_AsTuple(__VA_ARGS__))
#if PY_VERSION_HEX >= 0x030D0000 && (!defined(Py_LIMITED_API) || Py_LIMITED_API + 0 >= 0x030D0000)
#undef PyList_GetItemRef
#define PyList_GetItemRef(...) \
    OWNED_TRACK_NEW("PyList_GetItemRef", PyList_GetItemRef(__VA_ARGS__))
#endif
#undef PyList_GetSlice
#define PyList_GetSlice(...) \
    OWNED_TRACK_NEW("PyList_GetSlice", PyList_GetSlice(__VA_ARGS__))
#undef PyList_New
#define PyList_New(...) \
    OWNED_TRACK_NEW("PyList_New", PyList_New(__VA_ARGS__))
#if !defined(Py_LIMITED_API)
#undef PyList_SET_ITEM
#define PyList_SET_ITEM(list, index, item) \
    PyList_SET_ITEM((PyObject *)(list), (index), OWNED_TRACK_STOLEN("PyList_SET_ITEM", (item)))
#endif
#undef PyList_SetItem
#define PyList_SetItem(list, index, item) \
    PyList_SetItem((list), (index), OWNED_TRACK_STOLEN("PyList_SetItem", (item)))

/* long */
#undef PyBool_FromLong
#define PyBool_FromLong(...) \
    OWNED_TRACK_NEW("PyBool_FromLong", PyBool_FromLong(__VA_ARGS__))
#undef PyLong_FromDouble
#define PyLong_FromDouble(...) \
    OWNED_TRACK_NEW("PyLong_FromDouble", PyLong_FromDouble(__VA_ARGS__))
#if PY_VERSION_HEX >= 0x030E0000 && (!defined(Py_LIMITED_API) || Py_LIMITED_API + 0 >= 0x030E0000)
#undef PyLong_FromInt32
#define PyLong_FromInt32(...) \
    OWNED_TRACK_NEW("PyLong_FromInt32", PyLong_FromInt32(__VA_ARGS__))
#endif
#if PY_VERSION_HEX >= 0x030E0000 && (!defined(Py_LIMITED_API) || Py_LIMITED_API + 0 >= 0x030E0000)
#undef PyLong_FromInt64
#define PyLong_FromInt64(...) \
    OWNED_TRACK_NEW("PyLong_FromInt64", PyLong_FromInt64(__VA_ARGS__))
#endif
#undef PyLong_FromLong
#define PyLong_FromLong(...) \
    OWNED_TRACK_NEW("PyLong_FromLong", PyLong_FromLong(__VA_ARGS__))
#undef PyLong_FromLongLong
#define PyLong_FromLongLong(...) \
    OWNED_TRACK_NEW("PyLong_FromLongLong", PyLong_FromLongLong(__VA_ARGS__))
#if PY_VERSION_HEX >= 0x030D0000 && (!defined(Py_LIMITED_API) || Py_LIMITED_API + 0 >= 0x030E0000)
#undef PyLong_FromNativeBytes
#define PyLong_FromNativeBytes(...) \
    OWNED_TRACK_NEW("PyLong_FromNativeBytes", PyLong_FromNativeBytes(__VA_ARGS__))
#endif
#undef PyLong_FromSize_t
#define PyLong_FromSize_t(...) \
    OWNED_TRACK_NEW("PyLong_FromSize_t", PyLong_FromSize_t(__VA_ARGS__))
#undef PyLong_FromSsize_t
#define PyLong_FromSsize_t(...) \
    OWNED_TRACK_NEW("PyLong_FromSsize_t", PyLong_FromSsize_t(__VA_ARGS__))
#undef PyLong_FromString
#define PyLong_FromString(...) \
    OWNED_TRACK_NEW("PyLong_FromString", PyLong_FromString(__VA_ARGS__))
#if PY_VERSION_HEX >= 0x030E0000 && (!defined(Py_LIMITED_API) || Py_LIMITED_API + 0 >= 0x030E0000)
#undef PyLong_FromUInt32
#define PyLong_FromUInt32(...) \
    OWNED_TRACK_NEW("PyLong_FromUInt32", PyLong_FromUInt32(__VA_ARGS__))
#endif
#if PY_VERSION_HEX >= 0x030E0000 && (!defined(Py_LIMITED_API) || Py_LIMITED_API + 0 >= 0x030E0000)
#undef PyLong_FromUInt64
#define PyLong_FromUInt64(...) \
    OWNED_TRACK_NEW("PyLong_FromUInt64", PyLong_FromUInt64(__VA_ARGS__))
#endif
#if !defined(Py_LIMITED_API)
#undef PyLong_FromUnicodeObject
#define PyLong_FromUnicodeObject(...) \
    OWNED_TRACK_NEW("PyLong_FromUnicodeObject", PyLong_FromUnicodeObject(__VA_ARGS__))
#endif
#undef PyLong_FromUnsignedLong
#define PyLong_FromUnsignedLong(...) \
    OWNED_TRACK_NEW("PyLong_FromUnsignedLong", PyLong_FromUnsignedLong(__VA_ARGS__))
#undef PyLong_FromUnsignedLongLong
#define PyLong_FromUnsignedLongLong(...) \
    OWNED_TRACK_NEW("PyLong_FromUnsignedLongLong", PyLong_FromUnsignedLongLong(__VA_ARGS__))
#if PY_VERSION_HEX >= 0x030D0000 && (!defined(Py_LIMITED_API) || Py_LIMITED_API + 0 >= 0x030E0000)
#undef PyLong_FromUnsignedNativeBytes
#define PyLong_FromUnsignedNativeBytes(...) \
    OWNED_TRACK_NEW("PyLong_FromUnsignedNativeBytes", PyLong_FromUnsignedNativeBytes(__VA_ARGS__))
#endif
#undef PyLong_FromVoidPtr
#define PyLong_FromVoidPtr(...) \
    OWNED_TRACK_NEW("PyLong_FromVoidPtr", PyLong_FromVoidPtr(__VA_ARGS__))
#undef PyLong_GetInfo
#define PyLong_GetInfo(...) \
    OWNED_TRACK_NEW("PyLong_GetInfo", PyLong_GetInfo(__VA_ARGS__))
#if PY_VERSION_HEX >= 0x030E0000 && (!defined(Py_LIMITED_API) || Py_LIMITED_API + 0 >= 0x030F0000)
#undef PyLongWriter_Finish
#define PyLongWriter_Finish(...) \
    OWNED_TRACK_NEW("PyLongWriter_Finish", PyLongWriter_Finish(__VA_ARGS__))
#endif

/* mapping */
#undef PyMapping_GetItemString
#define PyMapping_GetItemString(...) \
    OWNED_TRACK_NEW("PyMapping_GetItemString", PyMapping_GetItemString(__VA_ARGS__))
#if PY_VERSION_HEX >= 0x030D0000 && (!defined(Py_LIMITED_API) || Py_LIMITED_API + 0 >= 0x030D0000)
#undef PyMapping_GetOptionalItem
#define PyMapping_GetOptionalItem(mapping, key, value) \
    (__extension__({ \
        PyObject **owned_track_value = (value); \
        int owned_track_of_call = PyMapping_GetOptionalItem((mapping), (key), owned_track_value); \
        (void)OWNED_TRACK_NEW("PyMapping_GetOptionalItem", (PyObject *)*owned_track_value); \
        owned_track_of_call; \
    }))
#endif
#if PY_VERSION_HEX >= 0x030D0000 && (!defined(Py_LIMITED_API) || Py_LIMITED_API + 0 >= 0x030D0000)
#undef PyMapping_GetOptionalItemString
#define PyMapping_GetOptionalItemString(mapping, key, value) \
    (__extension__({ \
        PyObject **owned_track_value = (value); \
        int owned_track_of_call = PyMapping_GetOptionalItemString((mapping), (key), owned_track_value); \
        (void)OWNED_TRACK_NEW("PyMapping_GetOptionalItemString", (PyObject *)*owned_track_value); \
        owned_track_of_call; \
    }))
#endif
#undef PyMapping_Items
#define PyMapping_Items(...) \
    OWNED_TRACK_NEW("PyMapping_Items", PyMapping_Items(__VA_ARGS__))
#undef PyMapping_Keys
#define PyMapping_Keys(...) \
    OWNED_TRACK_NEW("PyMapping_Keys", PyMapping_Keys(__VA_ARGS__))
#undef PyMapping_Values
#define PyMapping_Values(...) \
    OWNED_TRACK_NEW("PyMapping_Values", PyMapping_Values(__VA_ARGS__))

/* memoryview */
#undef PyMemoryView_FromBuffer
#define PyMemoryView_FromBuffer(...) \
    OWNED_TRACK_NEW("PyMemoryView_FromBuffer", PyMemoryView_FromBuffer(__VA_ARGS__))
#undef PyMemoryView_FromMemory
#define PyMemoryView_FromMemory(...) \
    OWNED_TRACK_NEW("PyMemoryView_FromMemory", PyMemoryView_FromMemory(__VA_ARGS__))
#undef PyMemoryView_FromObject
#define PyMemoryView_FromObject(...) \
    OWNED_TRACK_NEW("PyMemoryView_FromObject", PyMemoryView_FromObject(__VA_ARGS__))
#undef PyMemoryView_GetContiguous
#define PyMemoryView_GetContiguous(...) \
    OWNED_TRACK_NEW("PyMemoryView_GetContiguous", PyMemoryView_GetContiguous(__VA_ARGS__))

/* module */
#if PY_VERSION_HEX >= 0x030D0000 && (!defined(Py_LIMITED_API) || Py_LIMITED_API + 0 >= 0x030D0000)
#undef PyModule_Add
#define PyModule_Add(module, name, value) \
    PyModule_Add((module), (name), OWNED_TRACK_STOLEN("PyModule_Add", (value)))
#endif
#undef PyModule_Create2
#define PyModule_Create2(...) \
    OWNED_TRACK_NEW("PyModule_Create2", PyModule_Create2(__VA_ARGS__))
#undef PyModule_FromDefAndSpec2
#define PyModule_FromDefAndSpec2(...) \
    OWNED_TRACK_NEW("PyModule_FromDefAndSpec2", PyModule_FromDefAndSpec2(__VA_ARGS__))
#if PY_VERSION_HEX >= 0x030F0000 && (!defined(Py_LIMITED_API) || Py_LIMITED_API + 0 >= 0x030F0000)
#undef PyModule_FromSlotsAndSpec
#define PyModule_FromSlotsAndSpec(...) \
    OWNED_TRACK_NEW("PyModule_FromSlotsAndSpec", PyModule_FromSlotsAndSpec(__VA_ARGS__))
#endif
#undef PyModule_GetFilenameObject
#define PyModule_GetFilenameObject(...) \
    OWNED_TRACK_NEW("PyModule_GetFilenameObject", PyModule_GetFilenameObject(__VA_ARGS__))
#undef PyModule_GetNameObject
#define PyModule_GetNameObject(...) \
    OWNED_TRACK_NEW("PyModule_GetNameObject", PyModule_GetNameObject(__VA_ARGS__))
#undef PyModule_New
#define PyModule_New(...) \
    OWNED_TRACK_NEW("PyModule_New", PyModule_New(__VA_ARGS__))
#undef PyModule_NewObject
#define PyModule_NewObject(...) \
    OWNED_TRACK_NEW("PyModule_NewObject", PyModule_NewObject(__VA_ARGS__))

/* number */
#undef PyNumber_Absolute
#define PyNumber_Absolute(...) \
    OWNED_TRACK_NEW("PyNumber_Absolute", PyNumber_Absolute(__VA_ARGS__))
#undef PyNumber_Add
#define PyNumber_Add(...) \
    OWNED_TRACK_NEW("PyNumber_Add", PyNumber_Add(__VA_ARGS__))
#undef PyNumber_And
#define PyNumber_And(...) \
    OWNED_TRACK_NEW("PyNumber_And", PyNumber_And(__VA_ARGS__))
#undef PyNumber_Divmod
#define PyNumber_Divmod(...) \
    OWNED_TRACK_NEW("PyNumber_Divmod", PyNumber_Divmod(__VA_ARGS__))
#undef PyNumber_Float
#define PyNumber_Float(...) \
    OWNED_TRACK_NEW("PyNumber_Float", PyNumber_Float(__VA_ARGS__))
#undef PyNumber_FloorDivide
#define PyNumber_FloorDivide(...) \
    OWNED_TRACK_NEW("PyNumber_FloorDivide", PyNumber_FloorDivide(__VA_ARGS__))
#undef PyNumber_Index
#define PyNumber_Index(...) \
    OWNED_TRACK_NEW("PyNumber_Index", PyNumber_Index(__VA_ARGS__))
#undef PyNumber_InPlaceAdd
#define PyNumber_InPlaceAdd(...) \
    OWNED_TRACK_NEW("PyNumber_InPlaceAdd", PyNumber_InPlaceAdd(__VA_ARGS__))
#undef PyNumber_InPlaceAnd
#define PyNumber_InPlaceAnd(...) \
    OWNED_TRACK_NEW("PyNumber_InPlaceAnd", PyNumber_InPlaceAnd(__VA_ARGS__))
#undef PyNumber_InPlaceFloorDivide
#define PyNumber_InPlaceFloorDivide(...) \
    OWNED_TRACK_NEW("PyNumber_InPlaceFloorDivide", PyNumber_InPlaceFloorDivide(__VA_ARGS__))
#undef PyNumber_InPlaceLshift
#define PyNumber_InPlaceLshift(...) \
    OWNED_TRACK_NEW("PyNumber_InPlaceLshift", PyNumber_InPlaceLshift(__VA_ARGS__))
#undef PyNumber_InPlaceMatrixMultiply
#define PyNumber_InPlaceMatrixMultiply(...) \
    OWNED_TRACK_NEW("PyNumber_InPlaceMatrixMultiply", PyNumber_InPlaceMatrixMultiply(__VA_ARGS__))
#undef PyNumber_InPlaceMultiply
#define PyNumber_InPlaceMultiply(...) \
    OWNED_TRACK_NEW("PyNumber_InPlaceMultiply", PyNumber_InPlaceMultiply(__VA_ARGS__))
#undef PyNumber_InPlaceOr
#define PyNumber_InPlaceOr(...) \
    OWNED_TRACK_NEW("PyNumber_InPlaceOr", PyNumber_InPlaceOr(__VA_ARGS__))
#undef PyNumber_InPlacePower
#define PyNumber_InPlacePower(...) \
    OWNED_TRACK_NEW("PyNumber_InPlacePower", PyNumber_InPlacePower(__VA_ARGS__))
#undef PyNumber_InPlaceRemainder
#define PyNumber_InPlaceRemainder(...) \
    OWNED_TRACK_NEW("PyNumber_InPlaceRemainder", PyNumber_InPlaceRemainder(__VA_ARGS__))
#undef PyNumber_InPlaceRshift
#define PyNumber_InPlaceRshift(...) \
    OWNED_TRACK_NEW("PyNumber_InPlaceRshift", PyNumber_InPlaceRshift(__VA_ARGS__))
#undef PyNumber_InPlaceSubtract
#define PyNumber_InPlaceSubtract(...) \
    OWNED_TRACK_NEW("PyNumber_InPlaceSubtract", PyNumber_InPlaceSubtract(__VA_ARGS__))
#undef PyNumber_InPlaceTrueDivide
#define PyNumber_InPlaceTrueDivide(...) \
    OWNED_TRACK_NEW("PyNumber_InPlaceTrueDivide", PyNumber_InPlaceTrueDivide(__VA_ARGS__))
#undef PyNumber_InPlaceXor
#define PyNumber_InPlaceXor(...) \
    OWNED_TRACK_NEW("PyNumber_InPlaceXor", PyNumber_InPlaceXor(__VA_ARGS__))
#undef PyNumber_Invert
#define PyNumber_Invert(...) \
    OWNED_TRACK_NEW("PyNumber_Invert", PyNumber_Invert(__VA_ARGS__))
#undef PyNumber_Long
#define PyNumber_Long(...) \
    OWNED_TRACK_NEW("PyNumber_Long", PyNumber_Long(__VA_ARGS__))
#undef PyNumber_Lshift
#define PyNumber_Lshift(...) \
    OWNED_TRACK_NEW("PyNumber_Lshift", PyNumber_Lshift(__VA_ARGS__))
#undef PyNumber_MatrixMultiply
#define PyNumber_MatrixMultiply(...) \
    OWNED_TRACK_NEW("PyNumber_MatrixMultiply", PyNumber_MatrixMultiply(__VA_ARGS__))
#undef PyNumber_Multiply
#define PyNumber_Multiply(...) \
    OWNED_TRACK_NEW("PyNumber_Multiply", PyNumber_Multiply(__VA_ARGS__))
#undef PyNumber_Negative
#define PyNumber_Negative(...) \
    OWNED_TRACK_NEW("PyNumber_Negative", PyNumber_Negative(__VA_ARGS__))
#undef PyNumber_Or
#define PyNumber_Or(...) \
    OWNED_TRACK_NEW("PyNumber_Or", PyNumber_Or(__VA_ARGS__))
#undef PyNumber_Positive
#define PyNumber_Positive(...) \
    OWNED_TRACK_NEW("PyNumber_Positive", PyNumber_Positive(__VA_ARGS__))
#undef PyNumber_Power
#define PyNumber_Power(...) \
    OWNED_TRACK_NEW("PyNumber_Power", PyNumber_Power(__VA_ARGS__))
#undef PyNumber_Remainder
#define PyNumber_Remainder(...) \
    OWNED_TRACK_NEW("PyNumber_Remainder", PyNumber_Remainder(__VA_ARGS__))
#undef PyNumber_Rshift
#define PyNumber_Rshift(...) \
    OWNED_TRACK_NEW("PyNumber_Rshift", PyNumber_Rshift(__VA_ARGS__))
#undef PyNumber_Subtract
#define PyNumber_Subtract(...) \
    OWNED_TRACK_NEW("PyNumber_Subtract", PyNumber_Subtract(__VA_ARGS__))
#undef PyNumber_ToBase
#define PyNumber_ToBase(...) \
    OWNED_TRACK_NEW("PyNumber_ToBase", PyNumber_ToBase(__VA_ARGS__))
#undef PyNumber_TrueDivide
#define PyNumber_TrueDivide(...) \
    OWNED_TRACK_NEW("PyNumber_TrueDivide", PyNumber_TrueDivide(__VA_ARGS__))
#undef PyNumber_Xor
#define PyNumber_Xor(...) \
    OWNED_TRACK_NEW("PyNumber_Xor", PyNumber_Xor(__VA_ARGS__))

/* object */
#undef PyObject_ASCII
#define PyObject_ASCII(...) \
    OWNED_TRACK_NEW("PyObject_ASCII", PyObject_ASCII(__VA_ARGS__))
#undef PyObject_Bytes
#define PyObject_Bytes(...) \
    OWNED_TRACK_NEW("PyObject_Bytes", PyObject_Bytes(__VA_ARGS__))
#undef PyObject_Dir
#define PyObject_Dir(...) \
    OWNED_TRACK_NEW("PyObject_Dir", PyObject_Dir(__VA_ARGS__))
#undef PyObject_Format
#define PyObject_Format(...) \
    OWNED_TRACK_NEW("PyObject_Format", PyObject_Format(__VA_ARGS__))
#undef PyObject_GenericGetAttr
#define PyObject_GenericGetAttr(...) \
    OWNED_TRACK_NEW("PyObject_GenericGetAttr", PyObject_GenericGetAttr(__VA_ARGS__))
#undef PyObject_GenericGetDict
#define PyObject_GenericGetDict(...) \
    OWNED_TRACK_NEW("PyObject_GenericGetDict", PyObject_GenericGetDict(__VA_ARGS__))
#undef PyObject_GetAIter
#define PyObject_GetAIter(...) \
    OWNED_TRACK_NEW("PyObject_GetAIter", PyObject_GetAIter(__VA_ARGS__))
#undef PyObject_GetAttr
#define PyObject_GetAttr(...) \
    OWNED_TRACK_NEW("PyObject_GetAttr", PyObject_GetAttr(__VA_ARGS__))
#undef PyObject_GetAttrString
#define PyObject_GetAttrString(...) \
    OWNED_TRACK_NEW("PyObject_GetAttrString", PyObject_GetAttrString(__VA_ARGS__))
#undef PyObject_GetItem
#define PyObject_GetItem(...) \
    OWNED_TRACK_NEW("PyObject_GetItem", PyObject_GetItem(__VA_ARGS__))
#undef PyObject_GetIter
#define PyObject_GetIter(...) \
    OWNED_TRACK_NEW("PyObject_GetIter", PyObject_GetIter(__VA_ARGS__))
#if PY_VERSION_HEX >= 0x030D0000 && (!defined(Py_LIMITED_API) || Py_LIMITED_API + 0 >= 0x030D0000)
#undef PyObject_GetOptionalAttr
#define PyObject_GetOptionalAttr(object, name, value) \
    (__extension__({ \
        PyObject **owned_track_value = (value); \
        int owned_track_of_call = PyObject_GetOptionalAttr((object), (name), owned_track_value); \
        (void)OWNED_TRACK_NEW("PyObject_GetOptionalAttr", (PyObject *)*owned_track_value); \
        owned_track_of_call; \
    }))
#endif
#if PY_VERSION_HEX >= 0x030D0000 && (!defined(Py_LIMITED_API) || Py_LIMITED_API + 0 >= 0x030D0000)
#undef PyObject_GetOptionalAttrString
#define PyObject_GetOptionalAttrString(object, name, value) \
    (__extension__({ \
        PyObject **owned_track_value = (value); \
        int owned_track_of_call = PyObject_GetOptionalAttrString((object), (name), owned_track_value); \
        (void)OWNED_TRACK_NEW("PyObject_GetOptionalAttrString", (PyObject *)*owned_track_value); \
        owned_track_of_call; \
    }))
#endif
#undef PyObject_Init
#define PyObject_Init(...) \
    OWNED_TRACK_NEW("PyObject_Init", PyObject_Init(__VA_ARGS__))
#undef PyObject_InitVar
#define PyObject_InitVar(...) \
    ((PyVarObject *)OWNED_TRACK_NEW("PyObject_InitVar", (PyObject *)PyObject_InitVar(__VA_ARGS__)))
#undef PyObject_Repr
#define PyObject_Repr(...) \
    OWNED_TRACK_NEW("PyObject_Repr", PyObject_Repr(__VA_ARGS__))
#undef PyObject_RichCompare
#define PyObject_RichCompare(...) \
    OWNED_TRACK_NEW("PyObject_RichCompare", PyObject_RichCompare(__VA_ARGS__))
#undef PyObject_SelfIter
#define PyObject_SelfIter(...) \
    OWNED_TRACK_NEW("PyObject_SelfIter", PyObject_SelfIter(__VA_ARGS__))
#undef PyObject_Str
#define PyObject_Str(...) \
    OWNED_TRACK_NEW("PyObject_Str", PyObject_Str(__VA_ARGS__))
#undef PyObject_Type
#define PyObject_Type(...) \
    OWNED_TRACK_NEW("PyObject_Type", PyObject_Type(__VA_ARGS__))

/* os */
#undef PyOS_FSPath
#define PyOS_FSPath(...) \
    OWNED_TRACK_NEW("PyOS_FSPath", PyOS_FSPath(__VA_ARGS__))

/* run */
#undef Py_CompileString
#define Py_CompileString(...) \
    OWNED_TRACK_NEW("Py_CompileString", Py_CompileString(__VA_ARGS__))
#if !defined(Py_LIMITED_API)
#undef Py_CompileStringExFlags
#define Py_CompileStringExFlags(...) \
    OWNED_TRACK_NEW("Py_CompileStringExFlags", Py_CompileStringExFlags(__VA_ARGS__))
#endif
#if !defined(Py_LIMITED_API)
#undef Py_CompileStringObject
#define Py_CompileStringObject(...) \
    OWNED_TRACK_NEW("Py_CompileStringObject", Py_CompileStringObject(__VA_ARGS__))
#endif
#if !defined(Py_LIMITED_API)
#undef PyRun_File
#define PyRun_File(...) \
    OWNED_TRACK_NEW("PyRun_File", PyRun_File(__VA_ARGS__))
#endif
#if !defined(Py_LIMITED_API)
#undef PyRun_FileEx
#define PyRun_FileEx(...) \
    OWNED_TRACK_NEW("PyRun_FileEx", PyRun_FileEx(__VA_ARGS__))
#endif
#if !defined(Py_LIMITED_API)
#undef PyRun_FileExFlags
#define PyRun_FileExFlags(...) \
    OWNED_TRACK_NEW("PyRun_FileExFlags", PyRun_FileExFlags(__VA_ARGS__))
#endif
#if !defined(Py_LIMITED_API)
#undef PyRun_FileFlags
#define PyRun_FileFlags(...) \
    OWNED_TRACK_NEW("PyRun_FileFlags", PyRun_FileFlags(__VA_ARGS__))
#endif
#if !defined(Py_LIMITED_API)
#undef PyRun_String
#define PyRun_String(...) \
    OWNED_TRACK_NEW("PyRun_String", PyRun_String(__VA_ARGS__))
#endif
#if !defined(Py_LIMITED_API)
#undef PyRun_StringFlags
#define PyRun_StringFlags(...) \
    OWNED_TRACK_NEW("PyRun_StringFlags", PyRun_StringFlags(__VA_ARGS__))
#endif

/* runtime */
#undef Py_GenericAlias
#define Py_GenericAlias(...) \
    OWNED_TRACK_NEW("Py_GenericAlias", Py_GenericAlias(__VA_ARGS__))
#if PY_VERSION_HEX >= 0x030D0000 && (!defined(Py_LIMITED_API) || Py_LIMITED_API + 0 >= 0x030D0000)
#undef Py_GetConstant
#define Py_GetConstant(...) \
    OWNED_TRACK_NEW("Py_GetConstant", Py_GetConstant(__VA_ARGS__))
#endif
#if PY_VERSION_HEX >= 0x030E0000 && !defined(Py_LIMITED_API)
#undef PyConfig_Get
#define PyConfig_Get(...) \
    OWNED_TRACK_NEW("PyConfig_Get", PyConfig_Get(__VA_ARGS__))
#endif
#if PY_VERSION_HEX >= 0x030E0000 && !defined(Py_LIMITED_API)
#undef PyConfig_Names
#define PyConfig_Names(...) \
    OWNED_TRACK_NEW("PyConfig_Names", PyConfig_Names(__VA_ARGS__))
#endif
#if PY_VERSION_HEX >= 0x030F0000 && !defined(Py_LIMITED_API)
#undef PySentinel_New
#define PySentinel_New(...) \
    OWNED_TRACK_NEW("PySentinel_New", PySentinel_New(__VA_ARGS__))
#endif

/* sequence */
#undef PySequence_Concat
#define PySequence_Concat(...) \
    OWNED_TRACK_NEW("PySequence_Concat", PySequence_Concat(__VA_ARGS__))
#undef PySequence_Fast
#define PySequence_Fast(...) \
    OWNED_TRACK_NEW("PySequence_Fast", PySequence_Fast(__VA_ARGS__))
#undef PySequence_GetItem
#define PySequence_GetItem(...) \
    OWNED_TRACK_NEW("PySequence_GetItem", PySequence_GetItem(__VA_ARGS__))
#undef PySequence_GetSlice
#define PySequence_GetSlice(...) \
    OWNED_TRACK_NEW("PySequence_GetSlice", PySequence_GetSlice(__VA_ARGS__))
#undef PySequence_InPlaceConcat
#define PySequence_InPlaceConcat(...) \
    OWNED_TRACK_NEW("PySequence_InPlaceConcat", PySequence_InPlaceConcat(__VA_ARGS__))
#undef PySequence_InPlaceRepeat
#define PySequence_InPlaceRepeat(...) \
    OWNED_TRACK_NEW("PySequence_InPlaceRepeat", PySequence_InPlaceRepeat(__VA_ARGS__))
#undef PySequence_List
#define PySequence_List(...) \
    OWNED_TRACK_NEW("PySequence_List", PySequence_List(__VA_ARGS__))
#undef PySequence_Repeat
#define PySequence_Repeat(...) \
    OWNED_TRACK_NEW("PySequence_Repeat", PySequence_Repeat(__VA_ARGS__))
#undef PySequence_Tuple
#define PySequence_Tuple(...) \
    OWNED_TRACK_NEW("PySequence_Tuple", PySequence_Tuple(__VA_ARGS__))

/* set */
#undef PyFrozenSet_New
#define PyFrozenSet_New(...) \
    OWNED_TRACK_NEW("PyFrozenSet_New", PyFrozenSet_New(__VA_ARGS__))
#undef PySet_New
#define PySet_New(...) \
    OWNED_TRACK_NEW("PySet_New", PySet_New(__VA_ARGS__))
#undef PySet_Pop
#define PySet_Pop(...) \
    OWNED_TRACK_NEW("PySet_Pop", PySet_Pop(__VA_ARGS__))

/* slice */
#undef PySlice_New
#define PySlice_New(...) \
    OWNED_TRACK_NEW("PySlice_New", PySlice_New(__VA_ARGS__))

/* structseq */
#undef PyStructSequence_New
#define PyStructSequence_New(...) \
    OWNED_TRACK_NEW("PyStructSequence_New", PyStructSequence_New(__VA_ARGS__))
#undef PyStructSequence_NewType
#define PyStructSequence_NewType(...) \
    ((PyTypeObject *)OWNED_TRACK_NEW("PyStructSequence_NewType", (PyObject *)PyStructSequence_NewType(__VA_ARGS__)))
#undef PyStructSequence_SetItem
#define PyStructSequence_SetItem(sequence, index, item) \
    PyStructSequence_SetItem((sequence), (index), OWNED_TRACK_STOLEN("PyStructSequence_SetItem", (item)))

/* sys */
#if PY_VERSION_HEX >= 0x030F0000 && (!defined(Py_LIMITED_API) || Py_LIMITED_API + 0 >= 0x030F0000)
#undef PySys_GetAttr
#define PySys_GetAttr(...) \
    OWNED_TRACK_NEW("PySys_GetAttr", PySys_GetAttr(__VA_ARGS__))
#endif
#if PY_VERSION_HEX >= 0x030F0000 && (!defined(Py_LIMITED_API) || Py_LIMITED_API + 0 >= 0x030F0000)
#undef PySys_GetAttrString
#define PySys_GetAttrString(...) \
    OWNED_TRACK_NEW("PySys_GetAttrString", PySys_GetAttrString(__VA_ARGS__))
#endif
#if PY_VERSION_HEX >= 0x030F0000 && (!defined(Py_LIMITED_API) || Py_LIMITED_API + 0 >= 0x030F0000)
#undef PySys_GetOptionalAttr
#define PySys_GetOptionalAttr(name, value) \
    (__extension__({ \
        PyObject **owned_track_value = (value); \
        int owned_track_of_call = PySys_GetOptionalAttr((name), owned_track_value); \
        (void)OWNED_TRACK_NEW("PySys_GetOptionalAttr", (PyObject *)*owned_track_value); \
        owned_track_of_call; \
    }))
#endif
#if PY_VERSION_HEX >= 0x030F0000 && (!defined(Py_LIMITED_API) || Py_LIMITED_API + 0 >= 0x030F0000)
#undef PySys_GetOptionalAttrString
#define PySys_GetOptionalAttrString(name, value) \
    (__extension__({ \
        PyObject **owned_track_value = (value); \
        int owned_track_of_call = PySys_GetOptionalAttrString((name), owned_track_value); \
        (void)OWNED_TRACK_NEW("PySys_GetOptionalAttrString", (PyObject *)*owned_track_value); \
        owned_track_of_call; \
    }))
#endif

/* thread */
#undef PyThread_GetInfo
#define PyThread_GetInfo(...) \
    OWNED_TRACK_NEW("PyThread_GetInfo", PyThread_GetInfo(__VA_ARGS__))
#undef PyThreadState_GetFrame
#define PyThreadState_GetFrame(...) \
    ((PyFrameObject *)OWNED_TRACK_NEW("PyThreadState_GetFrame", (PyObject *)PyThreadState_GetFrame(__VA_ARGS__)))
#if PY_VERSION_HEX >= 0x030D0000 && PY_VERSION_HEX < 0x030E0000 && !defined(Py_LIMITED_API)
#undef PyUnstable_InterpreterState_GetMainModule
#define PyUnstable_InterpreterState_GetMainModule(...) \
    OWNED_TRACK_NEW("PyUnstable_InterpreterState_GetMainModule", PyUnstable_InterpreterState_GetMainModule(__VA_ARGS__))
#endif

/* tuple */
#if !defined(Py_LIMITED_API)
#undef _PyTuple_Resize
#define _PyTuple_Resize(tuple, size) \
    (__extension__({ \
        PyObject **owned_track_tuple = (tuple); \
        (void)OWNED_TRACK_STOLEN("_PyTuple_Resize", *owned_track_tuple); \
        int owned_track_of_call = _PyTuple_Resize(owned_track_tuple, (size)); \
        (void)OWNED_TRACK_NEW("_PyTuple_Resize", (PyObject *)*owned_track_tuple); \
        owned_track_of_call; \
    }))
#endif
#if PY_VERSION_HEX >= 0x030F0000 && !defined(Py_LIMITED_API)
#undef PyTuple_FromArray
#define PyTuple_FromArray(...) \
    OWNED_TRACK_NEW("PyTuple_FromArray", PyTuple_FromArray(__VA_ARGS__))
#endif
#undef PyTuple_GetSlice
#define PyTuple_GetSlice(...) \
    OWNED_TRACK_NEW("PyTuple_GetSlice", PyTuple_GetSlice(__VA_ARGS__))
#undef PyTuple_New
#define PyTuple_New(...) \
    OWNED_TRACK_NEW("PyTuple_New", PyTuple_New(__VA_ARGS__))
#if !defined(Py_LIMITED_API)
#undef PyTuple_SET_ITEM
#define PyTuple_SET_ITEM(tuple, index, item) \
    PyTuple_SET_ITEM((PyObject *)(tuple), (index), OWNED_TRACK_STOLEN("PyTuple_SET_ITEM", (item)))
#endif
#undef PyTuple_SetItem
#define PyTuple_SetItem(tuple, index, item) \
    PyTuple_SetItem((tuple), (index), OWNED_TRACK_STOLEN("PyTuple_SetItem", (item)))

/* type */
#if PY_VERSION_HEX >= 0x030C0000 && (!defined(Py_LIMITED_API) || Py_LIMITED_API + 0 >= 0x030C0000)
#undef PyType_FromMetaclass
#define PyType_FromMetaclass(...) \
    OWNED_TRACK_TYPE("PyType_FromMetaclass", PyType_FromMetaclass(__VA_ARGS__))
#endif
#undef PyType_FromModuleAndSpec
#define PyType_FromModuleAndSpec(...) \
    OWNED_TRACK_TYPE("PyType_FromModuleAndSpec", PyType_FromModuleAndSpec(__VA_ARGS__))
#if PY_VERSION_HEX >= 0x030F0000 && (!defined(Py_LIMITED_API) || Py_LIMITED_API + 0 >= 0x030F0000)
#undef PyType_FromSlots
#define PyType_FromSlots(...) \
    OWNED_TRACK_TYPE("PyType_FromSlots", PyType_FromSlots(__VA_ARGS__))
#endif
#undef PyType_FromSpec
#define PyType_FromSpec(...) \
    OWNED_TRACK_TYPE("PyType_FromSpec", PyType_FromSpec(__VA_ARGS__))
#undef PyType_FromSpecWithBases
#define PyType_FromSpecWithBases(...) \
    OWNED_TRACK_TYPE("PyType_FromSpecWithBases", PyType_FromSpecWithBases(__VA_ARGS__))
#undef PyType_GenericAlloc
#define PyType_GenericAlloc(...) \
    OWNED_TRACK_NEW("PyType_GenericAlloc", PyType_GenericAlloc(__VA_ARGS__))
#undef PyType_GenericNew
#define PyType_GenericNew(...) \
    OWNED_TRACK_NEW("PyType_GenericNew", PyType_GenericNew(__VA_ARGS__))
#if PY_VERSION_HEX >= 0x030E0000 && (!defined(Py_LIMITED_API) || Py_LIMITED_API + 0 >= 0x030E0000)
#undef PyType_GetBaseByToken
#define PyType_GetBaseByToken(class, token, base) \
    (__extension__({ \
        PyTypeObject **owned_track_base = (base); \
        int owned_track_of_call = PyType_GetBaseByToken((class), (token), owned_track_base); \
        (void)OWNED_TRACK_NEW("PyType_GetBaseByToken", (PyObject *)*owned_track_base); \
        owned_track_of_call; \
    }))
#endif
#if PY_VERSION_HEX >= 0x030C0000 && !defined(Py_LIMITED_API)
#undef PyType_GetDict
#define PyType_GetDict(...) \
    OWNED_TRACK_NEW("PyType_GetDict", PyType_GetDict(__VA_ARGS__))
#endif
#if PY_VERSION_HEX >= 0x030D0000 && (!defined(Py_LIMITED_API) || Py_LIMITED_API + 0 >= 0x030D0000)
#undef PyType_GetFullyQualifiedName
#define PyType_GetFullyQualifiedName(...) \
    OWNED_TRACK_NEW("PyType_GetFullyQualifiedName", PyType_GetFullyQualifiedName(__VA_ARGS__))
#endif
#if PY_VERSION_HEX >= 0x030F0000 && (!defined(Py_LIMITED_API) || Py_LIMITED_API + 0 >= 0x030F0000)
#undef PyType_GetModuleByToken
#define PyType_GetModuleByToken(...) \
    OWNED_TRACK_NEW("PyType_GetModuleByToken", PyType_GetModuleByToken(__VA_ARGS__))
#endif
#if PY_VERSION_HEX >= 0x030D0000 && (!defined(Py_LIMITED_API) || Py_LIMITED_API + 0 >= 0x030D0000)
#undef PyType_GetModuleName
#define PyType_GetModuleName(...) \
    OWNED_TRACK_NEW("PyType_GetModuleName", PyType_GetModuleName(__VA_ARGS__))
#endif
#undef PyType_GetName
#define PyType_GetName(...) \
    OWNED_TRACK_NEW("PyType_GetName", PyType_GetName(__VA_ARGS__))
#undef PyType_GetQualName
#define PyType_GetQualName(...) \
    OWNED_TRACK_NEW("PyType_GetQualName", PyType_GetQualName(__VA_ARGS__))

/* unicode */
#undef PyUnicode_Append
#define PyUnicode_Append(text, more) \
    (__extension__({ \
        PyObject **owned_track_text = (text); \
        (void)OWNED_TRACK_STOLEN("PyUnicode_Append", *owned_track_text); \
        PyUnicode_Append(owned_track_text, (more)); \
        (void)OWNED_TRACK_NEW("PyUnicode_Append", (PyObject *)*owned_track_text); \
        (void)0; \
    }))
#undef PyUnicode_AppendAndDel
#define PyUnicode_AppendAndDel(text, more) \
    (__extension__({ \
        PyObject **owned_track_text = (text); \
        (void)OWNED_TRACK_STOLEN("PyUnicode_AppendAndDel", *owned_track_text); \
        PyUnicode_AppendAndDel(owned_track_text, OWNED_TRACK_STOLEN("PyUnicode_AppendAndDel", (more))); \
        (void)OWNED_TRACK_NEW("PyUnicode_AppendAndDel", (PyObject *)*owned_track_text); \
        (void)0; \
    }))
#undef PyUnicode_Concat
#define PyUnicode_Concat(...) \
    OWNED_TRACK_NEW("PyUnicode_Concat", PyUnicode_Concat(__VA_ARGS__))
#undef PyUnicode_Format
#define PyUnicode_Format(...) \
    OWNED_TRACK_NEW("PyUnicode_Format", PyUnicode_Format(__VA_ARGS__))
#if !defined(Py_LIMITED_API)
#undef PyUnicode_FromKindAndData
#define PyUnicode_FromKindAndData(...) \
    OWNED_TRACK_NEW("PyUnicode_FromKindAndData", PyUnicode_FromKindAndData(__VA_ARGS__))
#endif
#undef PyUnicode_FromObject
#define PyUnicode_FromObject(...) \
    OWNED_TRACK_NEW("PyUnicode_FromObject", PyUnicode_FromObject(__VA_ARGS__))
#undef PyUnicode_FromOrdinal
#define PyUnicode_FromOrdinal(...) \
    OWNED_TRACK_NEW("PyUnicode_FromOrdinal", PyUnicode_FromOrdinal(__VA_ARGS__))
#undef PyUnicode_FromString
#define PyUnicode_FromString(...) \
    OWNED_TRACK_NEW("PyUnicode_FromString", PyUnicode_FromString(__VA_ARGS__))
#undef PyUnicode_FromStringAndSize
#define PyUnicode_FromStringAndSize(...) \
    OWNED_TRACK_NEW("PyUnicode_FromStringAndSize", PyUnicode_FromStringAndSize(__VA_ARGS__))
#if PY_VERSION_HEX < 0x030C0000 && !defined(Py_LIMITED_API)
#undef PyUnicode_FromUnicode
#define PyUnicode_FromUnicode(...) \
    OWNED_TRACK_NEW("PyUnicode_FromUnicode", PyUnicode_FromUnicode(__VA_ARGS__))
#endif
#undef PyUnicode_FromWideChar
#define PyUnicode_FromWideChar(...) \
    OWNED_TRACK_NEW("PyUnicode_FromWideChar", PyUnicode_FromWideChar(__VA_ARGS__))
#undef PyUnicode_InternFromString
#define PyUnicode_InternFromString(...) \
    OWNED_TRACK_NEW("PyUnicode_InternFromString", PyUnicode_InternFromString(__VA_ARGS__))
#if PY_VERSION_HEX < 0x030C0000
#undef PyUnicode_InternImmortal
#define PyUnicode_InternImmortal(text) \
    (__extension__({ \
        PyObject **owned_track_text = (text); \
        (void)OWNED_TRACK_STOLEN("PyUnicode_InternImmortal", *owned_track_text); \
        PyUnicode_InternImmortal(owned_track_text); \
        (void)OWNED_TRACK_NEW("PyUnicode_InternImmortal", (PyObject *)*owned_track_text); \
        (void)0; \
    }))
#endif
#undef PyUnicode_InternInPlace
#define PyUnicode_InternInPlace(text) \
    (__extension__({ \
        PyObject **owned_track_text = (text); \
        (void)OWNED_TRACK_STOLEN("PyUnicode_InternInPlace", *owned_track_text); \
        PyUnicode_InternInPlace(owned_track_text); \
        (void)OWNED_TRACK_NEW("PyUnicode_InternInPlace", (PyObject *)*owned_track_text); \
        (void)0; \
    }))
#undef PyUnicode_Join
#define PyUnicode_Join(...) \
    OWNED_TRACK_NEW("PyUnicode_Join", PyUnicode_Join(__VA_ARGS__))
#if !defined(Py_LIMITED_API)
#undef PyUnicode_New
#define PyUnicode_New(...) \
    OWNED_TRACK_NEW("PyUnicode_New", PyUnicode_New(__VA_ARGS__))
#endif
#undef PyUnicode_Partition
#define PyUnicode_Partition(...) \
    OWNED_TRACK_NEW("PyUnicode_Partition", PyUnicode_Partition(__VA_ARGS__))
#undef PyUnicode_Replace
#define PyUnicode_Replace(...) \
    OWNED_TRACK_NEW("PyUnicode_Replace", PyUnicode_Replace(__VA_ARGS__))
#undef PyUnicode_Resize
#define PyUnicode_Resize(text, size) \
    (__extension__({ \
        PyObject **owned_track_text = (text); \
        (void)OWNED_TRACK_STOLEN("PyUnicode_Resize", *owned_track_text); \
        int owned_track_of_call = PyUnicode_Resize(owned_track_text, (size)); \
        (void)OWNED_TRACK_NEW("PyUnicode_Resize", (PyObject *)*owned_track_text); \
        owned_track_of_call; \
    }))
#undef PyUnicode_RichCompare
#define PyUnicode_RichCompare(...) \
    OWNED_TRACK_NEW("PyUnicode_RichCompare", PyUnicode_RichCompare(__VA_ARGS__))
#undef PyUnicode_RPartition
#define PyUnicode_RPartition(...) \
    OWNED_TRACK_NEW("PyUnicode_RPartition", PyUnicode_RPartition(__VA_ARGS__))
#undef PyUnicode_RSplit
#define PyUnicode_RSplit(...) \
    OWNED_TRACK_NEW("PyUnicode_RSplit", PyUnicode_RSplit(__VA_ARGS__))
#undef PyUnicode_Split
#define PyUnicode_Split(...) \
    OWNED_TRACK_NEW("PyUnicode_Split", PyUnicode_Split(__VA_ARGS__))
#undef PyUnicode_Splitlines
#define PyUnicode_Splitlines(...) \
    OWNED_TRACK_NEW("PyUnicode_Splitlines", PyUnicode_Splitlines(__VA_ARGS__))
#undef PyUnicode_Substring
#define PyUnicode_Substring(...) \
    OWNED_TRACK_NEW("PyUnicode_Substring", PyUnicode_Substring(__VA_ARGS__))
#undef PyUnicode_Translate
#define PyUnicode_Translate(...) \
    OWNED_TRACK_NEW("PyUnicode_Translate", PyUnicode_Translate(__VA_ARGS__))
#if PY_VERSION_HEX >= 0x030E0000 && !defined(Py_LIMITED_API)
#undef PyUnicodeWriter_Finish
#define PyUnicodeWriter_Finish(...) \
    OWNED_TRACK_NEW("PyUnicodeWriter_Finish", PyUnicodeWriter_Finish(__VA_ARGS__))
#endif

/* unstable */
#if PY_VERSION_HEX >= 0x030C0000 && !defined(Py_LIMITED_API)
#undef PyUnstable_Object_GC_NewWithExtraData
#define PyUnstable_Object_GC_NewWithExtraData(...) \
    OWNED_TRACK_NEW("PyUnstable_Object_GC_NewWithExtraData", PyUnstable_Object_GC_NewWithExtraData(__VA_ARGS__))
#endif

/* weakref */
#if PY_VERSION_HEX >= 0x030D0000 && (!defined(Py_LIMITED_API) || Py_LIMITED_API + 0 >= 0x030D0000)
#undef PyWeakref_GetRef
#define PyWeakref_GetRef(reference, object) \
    (__extension__({ \
        PyObject **owned_track_object = (object); \
        int owned_track_of_call = PyWeakref_GetRef((reference), owned_track_object); \
        (void)OWNED_TRACK_NEW("PyWeakref_GetRef", (PyObject *)*owned_track_object); \
        owned_track_of_call; \
    }))
#endif
#undef PyWeakref_NewProxy
#define PyWeakref_NewProxy(...) \
    OWNED_TRACK_NEW("PyWeakref_NewProxy", PyWeakref_NewProxy(__VA_ARGS__))
#undef PyWeakref_NewRef
#define PyWeakref_NewRef(...) \
    OWNED_TRACK_NEW("PyWeakref_NewRef", PyWeakref_NewRef(__VA_ARGS__))

#endif
