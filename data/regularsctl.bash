# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of regularsctl for bash. The program itself tells its commands and their options.

_regularsctl () {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command= i
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    case ${COMP_WORDS[i]} in
      --file | --staff) ((i++)) ;;
      -*) ;;
      *) command=${COMP_WORDS[i]}; break ;;
    esac
  done
  if [[ $before == --file || $before == --file= || $before == --image ]]; then
    compopt -o filenames
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
  elif [[ -z $command || $word == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$(regularsctl --list-words $command 2>/dev/null)" -- "$word")
    [[ ${#COMPREPLY[@]} -ne 1 || ${COMPREPLY[0]} != *= ]] || compopt -o nospace
  elif [[ $command == import || $command == export ]] && [[ $before == "$command" ]]; then
    mapfile -t COMPREPLY < <(compgen -W 'customers products orders order-lines notes' -- "$word")
  else
    case $command in
      new | sample | import | export | backup | restore)
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen -f -- "$word") ;;
      add | edit)
        mapfile -t COMPREPLY < <(compgen -S = -W "$(regularsctl fields 2>/dev/null | awk 'NR > 1 { print $1 }')" -- "$word")
        compopt -o nospace ;;
      add-* | edit-*)
        local kind=${command#*-}
        [[ $kind != recurring ]] || kind=recurring_item
        [[ $kind != line ]] || kind=order_line
        mapfile -t COMPREPLY < <(compgen -S = -W "$(regularsctl fields "${kind//-/_}" 2>/dev/null | awk 'NR > 1 { print $1 }')" -- "$word")
        compopt -o nospace ;;
    esac
  fi
}
complete -F _regularsctl regularsctl
