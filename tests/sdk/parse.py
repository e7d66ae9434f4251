"""Reads the recorded replies with the parser of Vapi's own SDK.

The TypeScript SDK has types but no parser at run time; its Python twin, generated from the same
description of the API, is made of pydantic models that refuse what does not fit.
"""

import json
import pathlib
import sys

from vapi.types.create_function_tool_dto import CreateFunctionToolDto
from vapi.types.server_message_response_assistant_request import ServerMessageResponseAssistantRequest
from vapi.types.server_message_response_tool_calls import ServerMessageResponseToolCalls
from vapi.types.server_message_response_transfer_destination_request import (
    ServerMessageResponseTransferDestinationRequest,
)

MODELS = {
    "Vapi.ServerMessageResponseToolCalls": ServerMessageResponseToolCalls,
    "Vapi.ServerMessageResponseAssistantRequest": ServerMessageResponseAssistantRequest,
    "Vapi.ServerMessageResponseTransferDestinationRequest": ServerMessageResponseTransferDestinationRequest,
}


def check(reply: dict) -> int:
    """Parses one recorded reply and returns how many objects the SDK accepted."""
    if reply["name"] == "manifest":
        return sum(accept(CreateFunctionToolDto, without_retries(tool), {"type"}) for tool in reply["value"])
    model = MODELS.get(reply["type"])
    return accept(model, reply["value"], set()) if model else 0


def without_retries(tool: dict) -> dict:
    """The SDK types the retry plan's strategy and status codes as objects; Vapi's API takes a string and numbers."""
    return {**tool, "server": {key: value for key, value in tool["server"].items() if key != "backoffPlan"}}


def accept(model: type, value: dict, discriminator: set) -> int:
    """The models keep members that they do not know; here such a member is a mistake."""
    parsed = model.model_validate(value)
    unknown = set(parsed.model_extra or {}) - discriminator
    if unknown:
        raise ValueError(f"{model.__name__} has no member {unknown}")
    for result in getattr(parsed, "results", None) or []:
        if result.model_extra or (result.result is None) == (result.error is None):
            raise ValueError(f"exactly one of result and error is needed: {result}")
    return 1


def main() -> None:
    recorded = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    count = sum(check(reply) for reply in recorded)
    if count < len(MODELS):
        raise SystemExit(f"only {count} replies were parsed")
    print(f"{count} passed, 0 failed")


if __name__ == "__main__":
    main()
